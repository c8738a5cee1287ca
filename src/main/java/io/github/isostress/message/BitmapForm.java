package io.github.isostress.message;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import org.jpos.iso.ISOBitMap;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOUtil;

/**
 * How a packager writes a bitmap: as bytes, or as hex digits in ASCII or EBCDIC. jPOS writes what the elements need; a
 * bitmap may be longer than that, and its digits may be lower case. Immutable and thread-safe.
 */
public final class BitmapForm {
    /** ISO 8583:1987, 4.2: each bitmap tells of 64 elements. */
    static final int BYTES = 8;

    private static final int FIRST = 0x80;
    /** Bit 2 alone, as hex digits begin. */
    private static final String SAMPLE = "40";

    private final ISOFieldPackager packager;
    private final Writing writing;

    private enum Writing {
        BYTES(1),
        ASCII_DIGITS(2),
        EBCDIC_DIGITS(2),
        /** Only the packager can write it. */
        UNKNOWN(0);

        private final int width;

        Writing(int width) {
            this.width = width;
        }
    }

    public BitmapForm(ISOFieldPackager packager) {
        this.packager = packager;
        this.writing = writing(packager);
    }

    private static Writing writing(ISOFieldPackager packager) {
        BitSet second = new BitSet();
        second.set(2);
        try {
            byte[] sample = packed(packager, second);
            if (sample[0] == FIRST >> 1) {
                return Writing.BYTES;
            }
            String ascii = new String(sample, ISOUtil.CHARSET);
            if (ascii.startsWith(SAMPLE)) {
                return Writing.ASCII_DIGITS;
            }
            return new String(sample, ISOUtil.EBCDIC).startsWith(SAMPLE) ? Writing.EBCDIC_DIGITS : Writing.UNKNOWN;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Writing.UNKNOWN;
        }
    }

    private static byte[] packed(ISOFieldPackager packager, BitSet bits) {
        try {
            ISOComponent bitmap = new ISOBitMap(1);
            bitmap.setValue(bits);
            return packager.pack(bitmap);
        } catch (ISOException | RuntimeException e) {
            throw new IllegalArgumentException("the bitmap cannot be packed", e);
        }
    }

    /** How many bitmaps of 64 bits a number of bytes holds; 0 if that is not known. */
    public int count(int length) {
        return writing == Writing.UNKNOWN ? 0 : length / writing.width / BYTES;
    }

    /** The most bitmaps of 64 bits that can be written; 0 if that is not known. */
    public int most() {
        return writing == Writing.UNKNOWN ? 0 : packager.getLength() / BYTES;
    }

    /**
     * Writes a bitmap.
     *
     * @param bits its bits, from 1
     * @param least how many bitmaps of 64 bits to write at least, though the last be empty
     * @throws IllegalArgumentException if it cannot be packed
     */
    public byte[] write(BitSet bits, int least) {
        byte[] needed = bits.isEmpty() ? new byte[0] : packed(packager, bits);
        return count(needed.length) >= least ? needed : written(Arrays.copyOf(raw(needed), least * BYTES));
    }

    /**
     * Writes a bitmap over a captured one: it does not become shorter, and digits keep their case.
     *
     * @param before as it was captured
     */
    public byte[] rewrite(BitSet bits, int least, byte[] before) {
        byte[] after = write(bits, Math.max(least, count(before.length)));
        if (writing.width == 2 && isLowerCase(before)) {
            for (int i = 0; i < after.length; i++) {
                after[i] = lowerCase(after[i]);
            }
        }
        for (int i = 0; i < Math.min(before.length, after.length); i++) {
            if (writing.width == 2 && lowerCase(before[i]) == lowerCase(after[i])) {
                after[i] = before[i];
            }
        }
        return after;
    }

    private byte[] raw(byte[] bitmap) {
        return switch (writing) {
            case ASCII_DIGITS -> HexFormat.of().parseHex(new String(bitmap, ISOUtil.CHARSET));
            case EBCDIC_DIGITS -> HexFormat.of().parseHex(new String(bitmap, ISOUtil.EBCDIC));
            default -> bitmap;
        };
    }

    /** A first bitmap announces the second by its first bit, and the second the third. */
    private byte[] written(byte[] raw) {
        for (int at = 0; at < raw.length - BYTES; at += BYTES) {
            raw[at] |= (byte) FIRST;
        }
        String digits = HexFormat.of().withUpperCase().formatHex(raw);
        return switch (writing) {
            case ASCII_DIGITS -> digits.getBytes(ISOUtil.CHARSET);
            case EBCDIC_DIGITS -> digits.getBytes(ISOUtil.EBCDIC);
            default -> raw;
        };
    }

    private boolean isLowerCase(byte[] digits) {
        boolean lower = false;
        for (byte digit : digits) {
            boolean letter = Character.isLetter(character(digit));
            if (letter && lowerCase(digit) != digit) {
                return false;
            }
            lower |= letter;
        }
        return lower;
    }

    private byte lowerCase(byte digit) {
        String lower = String.valueOf(Character.toLowerCase(character(digit)));
        return lower.getBytes(writing == Writing.EBCDIC_DIGITS ? ISOUtil.EBCDIC : ISOUtil.CHARSET)[0];
    }

    private char character(byte digit) {
        return new String(new byte[] {digit}, writing == Writing.EBCDIC_DIGITS ? ISOUtil.EBCDIC : ISOUtil.CHARSET)
                .charAt(0);
    }
}
