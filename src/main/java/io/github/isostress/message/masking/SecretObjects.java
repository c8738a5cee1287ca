package io.github.isostress.message.masking;

import io.github.isostress.message.tlv.DataObject;
import io.github.isostress.message.tlv.DataObjectEncoding;
import io.github.isostress.message.tlv.DataObjectReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/**
 * Finds the values of BER-TLV data objects that are secrets by their tags: in elements of unknown meaning only where
 * all of the value is data objects, be they alone or in data sets, in bytes or hex digits, however deep in templates or
 * in other values. Takes a time that grows with the length alone. Stateless and thread-safe.
 */
public final class SecretObjects {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    /** A tag, a length and a value: of two bytes at least, as four digits of a PIN take. A STAN in digits has fewer. */
    private static final int SHORTEST = 4;

    private static final int LONGEST_TAG = 3;
    private static final int LONG_FORM = 0x80;
    /** Bytes, of track 1 in tag 56; a length of one byte that is more is hardly one. */
    private static final int LONGEST_VALUE = 76;
    /** Bytes of a PAN that are shown in front and behind. */
    private static final int SHOWN_FIRST = 3;

    private static final int SHOWN_LAST = 2;

    private final byte[] bytes;
    private final boolean isKnown;
    private final BitSet found = new BitSet();
    private final Deque<DataObject> open = new ArrayDeque<>();

    private SecretObjects(byte[] bytes, boolean isKnown) {
        this.bytes = bytes;
        this.isKnown = isKnown;
    }

    /** The offsets of the bytes that belong to such values. */
    static BitSet in(byte[] sent) {
        BitSet found = new BitSet();
        for (DataObjectEncoding encoding : DataObjectEncoding.values()) {
            search(sent, encoding, found);
        }
        return found;
    }

    /** The offsets of the characters. Text that is printable can only have objects in hex digits. */
    static BitSet in(String text) {
        BitSet found = new BitSet();
        byte[] sent = text.getBytes(StandardCharsets.ISO_8859_1);
        search(sent, DataObjectEncoding.ASCII_DIGITS, found);
        if (!StringUtils.isAsciiPrintable(text)) {
            search(sent, DataObjectEncoding.BYTES, found);
        }
        return found;
    }

    private static void search(byte[] sent, DataObjectEncoding encoding, BitSet found) {
        if (sent.length < SHORTEST) {
            return;
        }
        encoding.decode(sent).filter(bytes -> bytes.length >= SHORTEST).ifPresent(bytes -> {
            SecretObjects search = new SecretObjects(bytes, false);
            DataObjectReader.objects(bytes, 0, bytes.length).ifPresent(search::walk);
            DataObjectReader.dataSets(bytes).ifPresent(search::walk);
            widen(search.found, encoding.width(), found);
        });
    }

    /**
     * The offsets of the bytes that belong to such values in an element that is for data objects. Where it is damaged,
     * whatever passes for such a tag and a length counts.
     */
    public static BitSet inObjects(byte[] sent) {
        BitSet found = in(sent);
        for (DataObjectEncoding encoding : DataObjectEncoding.values()) {
            encoding.decode(sent).ifPresent(bytes -> {
                SecretObjects search = new SecretObjects(bytes, true);
                search.walkOrGuess(bytes);
                widen(search.found, encoding.width(), found);
            });
        }
        return found;
    }

    private static void widen(BitSet offsets, int width, BitSet found) {
        offsets.stream().forEach(at -> found.set(width * at, width * (at + 1)));
    }

    private void walkOrGuess(byte[] all) {
        Optional<List<DataObject>> objects = DataObjectReader.objects(all, 0, all.length);
        Optional<List<DataObject>> sets = DataObjectReader.dataSets(all);
        objects.ifPresent(this::walk);
        sets.ifPresent(this::walk);
        if (objects.isEmpty() && sets.isEmpty()) {
            guess(0, all.length);
        }
    }

    private void walk(List<DataObject> outermost) {
        open.addAll(outermost);
        while (!open.isEmpty()) {
            DataObject object = open.pop();
            Masking rule = object.isDataSet() ? Masking.SEARCHED : Masking.ofTag(object.tag());
            if (rule == Masking.HIDDEN) {
                found.set(object.valueStart(), object.end());
            } else if (rule == Masking.PAN) {
                hidePan(object);
            } else {
                look(object);
            }
        }
    }

    private void hidePan(DataObject object) {
        boolean isLong = object.length() > SHOWN_FIRST + SHOWN_LAST;
        found.set(object.valueStart() + (isLong ? SHOWN_FIRST : 0), object.end() - (isLong ? SHOWN_LAST : 0));
    }

    /** What passes for data objects in a plain value counts, too. */
    private void look(DataObject object) {
        Optional<List<DataObject>> inner = DataObjectReader.objects(bytes, object.valueStart(), object.end());
        if (inner.isPresent()) {
            open.addAll(inner.get());
        } else if (isKnown && object.form() != DataObject.Form.PRIMITIVE) {
            guess(object.valueStart(), object.end());
        }
    }

    private void guess(int start, int end) {
        for (int at = start; at < end - 1; at++) {
            for (int lengthAt = at + 1; lengthAt < end && lengthAt <= at + LONGEST_TAG; lengthAt++) {
                if (Masking.ofTag(HEX.formatHex(bytes, at, lengthAt)) != Masking.SEARCHED) {
                    hideLikely(lengthAt, end);
                }
            }
        }
    }

    /** Hides the value behind a length, or as much of it as there is. */
    private void hideLikely(int lengthAt, int end) {
        int first = bytes[lengthAt] & 0xFF;
        int valueStart = lengthAt + 1;
        if (first <= LONGEST_VALUE) {
            found.set(valueStart, Math.min(valueStart + first, end));
        } else if (first == LONG_FORM + 1 || first == LONG_FORM + 2) {
            found.set(Math.min(valueStart + first - LONG_FORM, end), end);
        }
    }
}
