package io.github.isostress.wire;

import java.util.HexFormat;

/**
 * Reads a framing as users write it: a preset's name, then, where something differs from it, any of
 * {@code length=ascii4}, {@code inclusive}, {@code exclusive}, {@code counts-header}, {@code header=6000010002} (hex,
 * sent), {@code skip=5} (header bytes received; as many as are sent where it is not given), {@code trailer=03} (hex),
 * {@code max=9999}, separated by blanks.
 */
public final class FramingText {
    private LengthPrefix prefix;
    private boolean inclusive;
    private boolean countsHeader;
    private byte[] header;
    private Integer skippedHeader;
    private byte[] trailer;
    private int maxLength;

    private FramingText(Framing base) {
        prefix = base.prefix();
        inclusive = base.inclusive();
        countsHeader = base.countsHeader();
        header = base.header();
        trailer = base.trailer();
        maxLength = base.maxLength();
    }

    /**
     * The framing a text stands for; a blank text is {@code binary2}.
     *
     * @throws IllegalArgumentException with one clear sentence that names the part and its rule
     */
    public static Framing parse(String text) {
        String[] words = text.strip().split("[\\s,]+");
        FramingText framing = new FramingText(
                words[0].isEmpty()
                        ? FramingPreset.BINARY2.framing()
                        : FramingPreset.named(words[0]).framing());
        for (int i = 1; i < words.length; i++) {
            framing.apply(words[i]);
        }
        return framing.result();
    }

    private void apply(String word) {
        int equals = word.indexOf('=');
        String key = equals < 0 ? word : word.substring(0, equals + 1);
        String value = equals < 0 ? "" : word.substring(equals + 1);
        switch (key) {
            case "length=" -> prefix = LengthPrefix.parse(value);
            case "inclusive" -> inclusive = true;
            case "exclusive" -> inclusive = false;
            case "counts-header" -> countsHeader = true;
            case "header=" -> header = hex(key, value);
            case "skip=" -> skippedHeader = number(key, value);
            case "trailer=" -> trailer = hex(key, value);
            case "max=" -> maxLength = number(key, value);
            default ->
                throw new IllegalArgumentException("framing: '" + word
                        + "' is none of length=, inclusive, exclusive, counts-header, header=, skip=, trailer=, max=");
        }
    }

    private static byte[] hex(String key, String value) {
        try {
            return HexFormat.of().parseHex(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("framing: " + key + value + " is not an even number of hex digits", e);
        }
    }

    private static int number(String key, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("framing: " + key + value + " is no whole number", e);
        }
    }

    private Framing result() {
        int skipped = skippedHeader == null ? header.length : skippedHeader;
        return new Framing(prefix, inclusive, countsHeader, header, skipped, trailer, maxLength);
    }
}
