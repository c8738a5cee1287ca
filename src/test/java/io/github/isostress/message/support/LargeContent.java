package io.github.isostress.message.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Element contents of 65,000 bytes that cost whoever reads them without bounds. */
final class LargeContent {
    /** Bytes of most elements. */
    static final int SIZE = 65_000;

    private LargeContent() {}

    static byte[] repeated(String hex) {
        byte[] piece = HexFormat.of().parseHex(hex);
        byte[] all = new byte[SIZE / piece.length * piece.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = piece[i % piece.length];
        }
        return all;
    }

    static byte[] nested(int tag) {
        return nested(tag, SIZE);
    }

    static byte[] nested(int tag, int size) {
        byte[] all = new byte[size];
        int from = size;
        while (from >= 5) {
            int length = size - from;
            all[--from] = (byte) length;
            if (length >= 0x100) {
                all[--from] = (byte) (length >> 8);
            }
            if (length >= 0x80) {
                all[--from] = (byte) (length >= 0x100 ? 0x82 : 0x81);
            }
            all[--from] = (byte) tag;
        }
        return Arrays.copyOfRange(all, from, size);
    }

    static byte[] digits(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.ISO_8859_1);
    }

    static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }
}
