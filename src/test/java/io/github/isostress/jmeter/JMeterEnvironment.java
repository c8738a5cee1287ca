package io.github.isostress.jmeter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives this JVM the settings that JMeter ships, but no TLS for RMI, and ends the run that a test leaves open. */
public final class JMeterEnvironment implements BeforeAllCallback, AfterEachCallback {
    private static final Path HOME = Path.of(System.getProperty("project.basedir", "."), "target", "jmeter-settings");
    private static final List<String> SETTINGS =
            List.of("jmeter.properties", "saveservice.properties", "upgrade.properties");
    private static boolean ready;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        prepare();
    }

    private static synchronized void prepare() throws IOException {
        if (ready) {
            return;
        }
        Path bin = Files.createDirectories(HOME.resolve("bin"));
        for (String name : SETTINGS) {
            lay(name, bin);
        }
        JMeterUtils.setJMeterHome(HOME.toString());
        JMeterUtils.loadJMeterProperties(bin.resolve("jmeter.properties").toString());
        // JMeter reads it once a JVM, when any test is the first to open a port for agents.
        JMeterUtils.setProperty("server.rmi.ssl.disable", "true");
        JMeterUtils.setLocale(Locale.ENGLISH);
        ready = true;
    }

    /** Other JVMs of the build do the same at the same time: each file is there as a whole, or not yet. */
    private static void lay(String name, Path bin) throws IOException {
        Path whole = Files.createTempFile(bin, name, "");
        try (InputStream shipped = JMeterEnvironment.class.getResourceAsStream("/bin/" + name)) {
            Files.copy(shipped, whole, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(whole, bin.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        CurrentRun.end();
        JMeterContextService.getContext().clear();
    }
}
