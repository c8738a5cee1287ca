package io.github.isostress.message.support;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.PackagerRefusal;
import io.github.isostress.message.packager.Packagers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A packager file as a user might write it, in an empty folder. */
public final class PackagerFile {
    public static final String DOCTYPE = """
            <!DOCTYPE isopackager PUBLIC "-//jPOS/jPOS Generic Packager DTD 1.0//EN" \
            "http://jpos.org/dtd/generic-packager-1.0.dtd">
            """;
    static final String HEAD = """
            <isofield id="0" length="4" name="MTI" class="org.jpos.iso.IFA_NUMERIC"/>
            <isofield id="1" length="16" name="Bitmap" class="org.jpos.iso.IFB_BITMAP"/>
            """;
    public static final String STAN =
            "<isofield id=\"11\" length=\"6\" name=\"STAN\" class=\"org.jpos.iso.IFA_NUMERIC\"/>\n";

    private final Path path;

    public PackagerFile(Path folder, String content) throws IOException {
        this(folder, content.getBytes(StandardCharsets.UTF_8));
    }

    public PackagerFile(Path folder, byte[] content) throws IOException {
        this.path = Files.write(folder.resolve("mine.xml"), content);
    }

    /** Usual all around what is tried: what stands in front of {@code <isopackager>} and what inside it. */
    public static String around(String doctype, String inside) {
        return "<?xml version=\"1.0\"?>\n" + doctype + "<isopackager>\n" + HEAD + inside + "</isopackager>\n";
    }

    public IsoPackager packager() {
        return Packagers.find("mine.xml", name -> path).orElseThrow();
    }

    public List<String> sentences() {
        PackagerRefusal refusal = catchThrowableOfType(PackagerRefusal.class, this::packager);
        return refusal == null ? List.of() : refusal.sentences();
    }
}
