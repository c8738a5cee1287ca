package io.github.isostress.jmeter.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The jars that the plugin is made of: itself, and the libraries bundled with it. */
enum PluginJar {
    PLUGIN("jmeter-iso-stress", "io/github/isostress/failure/Failure.class"),
    JPOS("jpos", "org/jpos/iso/ISOMsg.class"),
    BCPROV("bcprov-jdk18on", "org/bouncycastle/jce/provider/BouncyCastleProvider.class"),
    BCPKIX("bcpkix-jdk18on", "org/bouncycastle/cert/X509CertificateHolder.class"),
    BCUTIL("bcutil-jdk18on", "org/bouncycastle/asn1/cmp/PKIMessage.class"),
    HDR_HISTOGRAM("HdrHistogram", "org/HdrHistogram/Histogram.class"),
    FAST_CSV("fastcsv", "de/siegmar/fastcsv/reader/CsvReader.class"),
    PICOCLI("picocli", "picocli/CommandLine.class"),
    UPLOT("uplot", "META-INF/maven/org.webjars.npm/uplot/pom.properties");

    private final String artifact;
    private final String content;

    /** With something that each version of the jar holds, and no other jar. */
    PluginJar(String artifact, String content) {
        this.artifact = artifact;
        this.content = content;
    }

    /** Its name in Maven's repositories: that of the file begins with it, the version follows. */
    String artifact() {
        return artifact;
    }

    /**
     * The files that a class loader finds it in, that which it takes the classes from first. A file that is reached by
     * two names counts once. Classes outside jars do not count.
     */
    List<Path> copies(ClassLoader loader) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        for (URL place : Collections.list(loader.getResources(content))) {
            if (place.openConnection() instanceof JarURLConnection jar) {
                files.add(file(jar.getJarFileURL()).toRealPath());
            }
        }
        return List.copyOf(files);
    }

    private static Path file(URL jar) {
        try {
            return Path.of(new URI(jar.toString()));
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException("no address of a file: " + jar, e));
        }
    }
}
