package io.github.isostress.jmeter.view;

import io.github.isostress.message.describe.ShownBytes;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How bytes are shown: hidden ones as stars. */
final class ByteText {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private ByteText() {}

    /** Two hex digits. */
    static String hex(ShownBytes bytes, int offset) {
        return bytes.hidden().get(offset) ? "**" : HEX.toHexDigits(bytes.bytes()[offset]);
    }

    /** The hex digits of a stretch, with a blank between bytes. */
    static String hex(ShownBytes bytes, ByteRange range) {
        return IntStream.range(range.start(), range.end())
                .mapToObj(offset -> hex(bytes, offset))
                .collect(Collectors.joining(" "));
    }

    /** The ASCII character, or a dot. */
    static String character(ShownBytes bytes, int offset) {
        byte value = bytes.bytes()[offset];
        if (bytes.hidden().get(offset)) {
            return "*";
        }
        return value >= ' ' && value <= '~' ? String.valueOf((char) value) : ".";
    }

    /** An offset with that many hex digits. */
    static String offset(int offset, int digits) {
        return HEX.toHexDigits(offset, digits);
    }
}
