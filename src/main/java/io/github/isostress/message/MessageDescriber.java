package io.github.isostress.message;

import io.github.isostress.message.DecodedMessage.ElementRange;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.lang3.StringUtils;

/**
 * Puts messages into words for people: one element a line with its packager's name for it, and a hex dump of the wire
 * bytes. Card numbers and secrets are masked in both. Stateless and thread-safe.
 */
public final class MessageDescriber {
    private static final int LABEL_WIDTH = 7;
    private static final int NAME_WIDTH = 38;

    private MessageDescriber() {}

    /**
     * A whole frame: the elements of its message, then the hex dump.
     *
     * @param frame the wire bytes
     * @param messageStart the offset of the message in them
     * @param message the message, decoded
     */
    public static String describe(byte[] frame, int messageStart, DecodedMessage message) {
        SortedMap<Integer, List<DescribedValue>> values = values(message);
        return elements(message, values) + "\n" + hexDump(frame, messageStart, message, values);
    }

    /** The elements of a message, one a line: number, name, value. */
    public static String elements(DecodedMessage message) {
        return elements(message, values(message));
    }

    /** A hex dump of a whole frame, see {@link #describe}; the bytes of every element that is masked are hidden. */
    public static String hexDump(byte[] frame, int messageStart, DecodedMessage message) {
        return hexDump(frame, messageStart, message, values(message));
    }

    private static SortedMap<Integer, List<DescribedValue>> values(DecodedMessage message) {
        SortedMap<Integer, List<DescribedValue>> values = new TreeMap<>();
        message.elements().forEach(element -> values.put(element, DescribedValue.of(message, element)));
        return values;
    }

    private static String elements(DecodedMessage message, SortedMap<Integer, List<DescribedValue>> values) {
        StringBuilder text = new StringBuilder(1024);
        if (message.packager().hasMti()) {
            line(text, new DescribedValue(0, "MTI", "", Printable.orHex(message.mti()), false));
        }
        values.values().forEach(lines -> lines.forEach(value -> line(text, value)));
        if (message.trailingBytes() > 0) {
            text.append(message.trailingBytes()).append(" bytes follow the last element\n");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, DescribedValue value) {
        String start = "  ".repeat(value.depth()) + StringUtils.rightPad(value.label(), LABEL_WIDTH) + " "
                + StringUtils.rightPad(value.name(), NAME_WIDTH);
        text.append((start + " " + value.shown()).stripTrailing()).append('\n');
    }

    private static String hexDump(
            byte[] frame, int messageStart, DecodedMessage message, SortedMap<Integer, List<DescribedValue>> values) {
        BitSet hidden = new BitSet(frame.length);
        for (ElementRange range : message.ranges()) {
            if (values.getOrDefault(range.element(), List.of()).stream().anyMatch(DescribedValue::isMasked)) {
                hidden.set(messageStart + range.start(), messageStart + range.end());
            }
        }
        int end = messageStart + message.bytes().length;
        hide(hidden, frame, end - message.trailingBytes(), end);
        return HexDump.of(frame, hidden);
    }

    /** Hides whatever passes for a card number in bytes that no packager has read. */
    private static void hide(BitSet hidden, byte[] frame, int start, int end) {
        CardNumbers.in(Arrays.copyOfRange(frame, start, end)).stream().forEach(at -> hidden.set(start + at));
    }

    /** A hex dump of bytes that no packager has read: whatever passes for a card number is hidden. */
    public static String hexDump(byte[] frame) {
        return HexDump.of(frame, CardNumbers.in(frame));
    }
}
