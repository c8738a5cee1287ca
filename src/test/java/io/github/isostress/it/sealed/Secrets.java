package io.github.isostress.it.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What must be in no output, in clear, in hex digits of either case with or without blanks, or as bytes. */
final class Secrets {
    /** So much of a key gives it away; more might be split over two rows of a dump. */
    private static final int TELLING_BYTES = 8;

    private final Map<String, String> digits = new LinkedHashMap<>();
    private final Map<String, String> raw = new LinkedHashMap<>();

    /** Adds bytes. */
    void add(String name, byte... secret) {
        byte[] telling = Arrays.copyOf(secret, Math.min(secret.length, TELLING_BYTES));
        digits.put(name, HexFormat.of().withUpperCase().formatHex(telling));
        raw.put(name, new String(telling, StandardCharsets.ISO_8859_1));
    }

    /** Adds hex digits. */
    void addHex(String name, String secret) {
        add(name, HexFormat.of().parseHex(secret));
    }

    /** Adds digits that are the secret themselves, such as a PIN. */
    void addText(String name, String secret) {
        add(name + " in ASCII", secret.getBytes(StandardCharsets.US_ASCII));
        digits.put(name, secret);
    }

    int size() {
        return digits.size();
    }

    /** Demands that a file holds none. */
    void assertNotIn(Path file) {
        String content;
        try {
            content = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String packed = content.replaceAll("[\\s:]", "").toUpperCase(Locale.ROOT);
        assertThat(digits)
                .as(file + " in digits")
                .allSatisfy((name, secret) ->
                        assertThat(packed.contains(secret)).as(name).isFalse());
        assertThat(raw)
                .as(file + " in bytes")
                .allSatisfy((name, secret) ->
                        assertThat(content.contains(secret)).as(name).isFalse());
    }
}
