package io.github.isostress.jmeter.function;

import io.github.isostress.words.Plural;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * {@code ${__isoHex(text,1)}}: a text's bytes in hex digits, for messages that are written in hex digits, with its
 * length in front. The bytes are those of ISO 8859-1, the length is a binary number, its highest byte first.
 */
public final class IsoHex extends IsoFunction {
    private static final int LARGEST_LENGTH = 4;

    /** JMeter makes it by reflection. */
    public IsoHex() {
        super("__isoHex", "Text", "Bytes of its length in front: 0 to " + LARGEST_LENGTH + "; 0 for none");
    }

    @Override
    String value(List<String> values) {
        byte[] bytes = bytes(values.get(0));
        return length(bytes.length, values.get(1))
                + HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static byte[] bytes(String text) {
        CharsetEncoder latin = StandardCharsets.ISO_8859_1.newEncoder();
        if (!latin.canEncode(text)) {
            throw new IllegalArgumentException("the text of __isoHex has a character that is none of ISO 8859-1");
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String length(int length, String width) {
        if (!width.matches("[0-" + LARGEST_LENGTH + "]")) {
            throw new IllegalArgumentException("the length that __isoHex writes has 0 to " + LARGEST_LENGTH + " bytes");
        }
        int digits = 2 * Integer.parseInt(width);
        String written = digits == 0 ? "" : HexFormat.of().withUpperCase().toHexDigits(length, digits);
        if (digits > 0 && HexFormat.fromHexDigitsToLong(written) != length) {
            throw new IllegalArgumentException("the text of __isoHex has " + Plural.of(length, "byte")
                    + ", which a length of " + Plural.of(digits / 2, "byte") + " cannot say");
        }
        return written;
    }
}
