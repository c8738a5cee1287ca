package io.github.isostress.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.isostress.draft.MessageImport.FrameStripping;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.Expression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractStringAssert;

/** Helpers of the import tests. */
final class Imports {
    static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");
    static final IsoPackager BINARY = Packagers.builtIn("iso87binary");

    private static final Path RESOURCES = Path.of("src/test/resources");

    private Imports() {}

    /** A packager file like a user's own. */
    static IsoPackager own(String file) {
        return Packagers.find(file, RESOURCES.resolve("packagers")::resolve).orElseThrow();
    }

    /** A packager file from a reported case. */
    static IsoPackager caseFile(String file) {
        return Packagers.find(file, RESOURCES.resolve("cases")::resolve).orElseThrow();
    }

    static String dump(String file) throws IOException {
        return Files.readString(RESOURCES.resolve("dumps").resolve(file));
    }

    static String golden(String name) throws IOException {
        return Files.readAllLines(RESOURCES.resolve("golden").resolve(name + ".hex")).stream()
                .map(line -> line.split("#")[0].strip())
                .collect(Collectors.joining());
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    static String template(IsoPackager packager, String pasted) {
        return MessageImport.toTemplate(pasted, Optional.ofNullable(packager), FrameStripping.NONE);
    }

    static byte[] filled(IsoPackager packager, String template) throws FailureException {
        return MessageTemplate.compile(template, Optional.ofNullable(packager), Expression.Compiler.LITERAL)
                .fill()
                .bytes();
    }

    /** Removes a length of two bytes before the message. */
    static byte[] withoutLength(byte[] bytes) {
        boolean framed = bytes.length > 2 && (bytes[0] & 0xFF) * 256 + (bytes[1] & 0xFF) == bytes.length - 2;
        return framed ? Arrays.copyOfRange(bytes, 2, bytes.length) : bytes;
    }

    static AbstractStringAssert<?> assertThatRefusalOf(IsoPackager packager, String pasted) {
        IllegalArgumentException refusal =
                catchThrowableOfType(IllegalArgumentException.class, () -> template(packager, pasted));
        assertThat(refusal).as("refusal").isNotNull();
        return assertThat(refusal.getMessage());
    }
}
