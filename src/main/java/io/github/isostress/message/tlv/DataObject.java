package io.github.isostress.message.tlv;

import io.github.isostress.words.Plural;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A BER-TLV data object (EMV Book 3, annex B) or a data set, and where it stands among the bytes it was read from.
 *
 * @param form what it is made of
 * @param source the bytes it was read from; not to be changed
 * @param start the offset of its tag in them
 * @param lengthStart the offset of its length field
 * @param valueStart the offset of its value
 * @param end the offset behind its value
 */
public record DataObject(Form form, byte[] source, int start, int lengthStart, int valueStart, int end) {
    /** The first bit of a length field of more than one byte, annex B2. */
    private static final int LONG_FORM = 0x80;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int LONGEST_DATA_SET = 0xFFFF;

    /** What a data object is made of. */
    public enum Form {
        /** A value. */
        PRIMITIVE,
        /** A template: data objects. */
        CONSTRUCTED,
        /** Visa's: an identifier of one byte, a length of two, data objects. */
        DATA_SET
    }

    public boolean isDataSet() {
        return form == Form.DATA_SET;
    }

    public byte[] value() {
        return Arrays.copyOfRange(source, valueStart, end);
    }

    public int length() {
        return end - valueStart;
    }

    /** The data objects inside the value; none if it holds a plain value. */
    public List<DataObject> inner() {
        return form == Form.PRIMITIVE
                ? List.of()
                : DataObjectReader.objects(source, valueStart, end).orElse(List.of());
    }

    /** Its tag, or a data set's identifier, in upper-case hex digits. */
    public String tag() {
        return HEX.formatHex(source, start, lengthStart);
    }

    /** Whether it has a tag, given as the number that the tag's bytes make. */
    boolean hasTag(int number) {
        int own = 0;
        for (int at = start; at < lengthStart; at++) {
            own = own << Byte.SIZE | source[at] & 0xFF;
        }
        return own == number;
    }

    /**
     * The length field for another length, in the present form if that has room.
     *
     * @throws IllegalArgumentException if no value can be so long
     */
    byte[] lengthField(int length) {
        if (isDataSet()) {
            return dataSetLength(tag(), length);
        }
        int bytes = valueStart - lengthStart;
        return bytes > 1 && (bytes > Integer.BYTES || length >>> 8 * (bytes - 1) == 0)
                ? longForm(length, bytes - 1)
                : shortestLengthField(length);
    }

    /**
     * The length field of a data set.
     *
     * @throws IllegalArgumentException if none can be so long
     */
    static byte[] dataSetLength(String tag, int length) {
        if (length > LONGEST_DATA_SET) {
            throw new IllegalArgumentException("data set " + tag + " has " + Plural.of(length, "byte") + ", at most "
                    + LONGEST_DATA_SET + " are allowed");
        }
        return bigEndian(length, new byte[2], 0);
    }

    /** The shortest length field for a length, as new objects have it. */
    public static byte[] shortestLengthField(int length) {
        if (length < LONG_FORM) {
            return new byte[] {(byte) length};
        }
        return longForm(length, Integer.BYTES - Integer.numberOfLeadingZeros(length) / 8);
    }

    private static byte[] longForm(int length, int bytes) {
        byte[] field = new byte[1 + bytes];
        field[0] = (byte) (LONG_FORM | bytes);
        return bigEndian(length, field, 1);
    }

    private static byte[] bigEndian(int number, byte[] field, int from) {
        for (int at = field.length - 1, rest = number; at >= from; at--, rest >>>= 8) {
            field[at] = (byte) rest;
        }
        return field;
    }
}
