package io.github.isostress.message.tlv;

import io.github.isostress.message.tlv.DataObject.Form;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads BER-TLV (ISO/IEC 7816-4, 5.2.2; EMV Book 3, annex B): tags of 1 to 4 bytes, lengths in any form, 00 and FF as
 * filling before, between and behind the objects. Bytes are data objects only if all of them are. One level is read at
 * a time, so no nesting is too deep. For one run by one thread.
 */
public final class DataObjectReader {
    private static final int LONGEST_TAG = 4;
    private static final int FILLING = 0xFF;
    private static final int CONSTRUCTED = 0x20;
    private static final int MORE_OF_THE_TAG = 0x1F;
    private static final int LAST_BIT = 0x80;
    private static final int DATA_SET_HEAD = 3;

    private final byte[] bytes;
    private final int end;
    private final boolean isFfFilling;
    private int at;

    private DataObjectReader(byte[] bytes, int start, int end, boolean isFfFilling) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
        this.isFfFilling = isFfFilling;
    }

    /**
     * The outermost data objects of a stretch of bytes. FF is filling; only where that makes no
     * sense, it is the first byte of a tag, as of EMV's FF8105.
     *
     * @return empty if the bytes are no data objects; without any if there is only filling
     */
    public static Optional<List<DataObject>> objects(byte[] bytes, int start, int end) {
        return new DataObjectReader(bytes, start, end, true)
                .all()
                .or(() -> new DataObjectReader(bytes, start, end, false).all());
    }

    /**
     * The data sets that the bytes are made of, one after another, at most with filling behind the last.
     *
     * @return empty if the bytes are no data sets
     */
    public static Optional<List<DataObject>> dataSets(byte[] bytes) {
        List<DataObject> sets = new ArrayList<>();
        for (int at = 0; at < bytes.length; at = sets.get(sets.size() - 1).end()) {
            if (isFilling(bytes[at])) {
                return isFilling(bytes, at) ? Optional.of(sets) : Optional.empty();
            }
            Optional<DataObject> set = dataSet(bytes, at);
            if (set.isEmpty()) {
                return Optional.empty();
            }
            sets.add(set.get());
        }
        return Optional.of(sets);
    }

    private static Optional<DataObject> dataSet(byte[] bytes, int at) {
        int start = at + DATA_SET_HEAD;
        if (start > bytes.length) {
            return Optional.empty();
        }
        int end = start + ((bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF);
        return end <= bytes.length && objects(bytes, start, end).isPresent()
                ? Optional.of(new DataObject(Form.DATA_SET, bytes, at, at + 1, start, end))
                : Optional.empty();
    }

    private static boolean isFilling(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (!isFilling(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFilling(byte filling) {
        return filling == 0 || (filling & 0xFF) == FILLING;
    }

    /** Whether hex digits are exactly one tag. A tag that holds FF might be read as filling. */
    public static boolean isTag(String digits) {
        if (digits.isEmpty() || digits.length() % 2 != 0 || digits.length() > 2 * LONGEST_TAG) {
            return false;
        }
        byte[] tag = HexFormat.of().parseHex(digits);
        return tag[0] != 0
                && IntStream.range(0, tag.length).noneMatch(i -> (tag[i] & 0xFF) == FILLING)
                && new DataObjectReader(tag, 0, tag.length, false).tagEnd() == tag.length;
    }

    /** Whether a tag is that of a template, by its hex digits. */
    public static boolean isConstructed(String tag) {
        return (HexFormat.fromHexDigits(tag, 0, 2) & CONSTRUCTED) != 0;
    }

    private Optional<List<DataObject>> all() {
        List<DataObject> objects = new ArrayList<>();
        while (true) {
            while (at < end && (bytes[at] == 0 || isFfFilling && (bytes[at] & 0xFF) == FILLING)) {
                at++;
            }
            if (at == end) {
                return Optional.of(objects);
            }
            DataObject object = next();
            if (object == null) {
                return Optional.empty();
            }
            objects.add(object);
            at = object.end();
        }
    }

    /** The data object here; null if there is none. */
    private DataObject next() {
        int start = at;
        int lengthStart = tagEnd();
        if (lengthStart < 0 || lengthStart == end) {
            return null;
        }
        at = lengthStart;
        long length = length();
        if (length < 0 || length > end - at) {
            return null;
        }
        Form form = (bytes[start] & CONSTRUCTED) == 0 ? Form.PRIMITIVE : Form.CONSTRUCTED;
        return new DataObject(form, bytes, start, lengthStart, at, at + (int) length);
    }

    /** The offset behind the tag here, or -1. */
    private int tagEnd() {
        int last = at;
        if ((bytes[at] & MORE_OF_THE_TAG) == MORE_OF_THE_TAG) {
            do {
                last++;
            } while (last < end && last - at < LONGEST_TAG && (bytes[last] & LAST_BIT) != 0);
        }
        return last < end && last - at < LONGEST_TAG ? last + 1 : -1;
    }

    /** Reads the length field; -1 if there is none, or if it exceeds the bytes left. */
    private long length() {
        int first = bytes[at++] & 0xFF;
        if (first < LAST_BIT) {
            return first;
        }
        int more = first - LAST_BIT;
        if (more == 0 || more > end - at) {
            return -1;
        }
        long length = 0;
        for (int i = 0; i < more && length >= 0; i++) {
            length = length << 8 | bytes[at++] & 0xFF;
            length = length > Integer.MAX_VALUE ? -1 : length;
        }
        return length;
    }
}
