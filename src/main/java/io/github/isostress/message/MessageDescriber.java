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
        boolean doubtful = message.isDoubtful();
        SortedMap<Integer, List<DescribedValue>> values = values(message, doubtful);
        return elements(message, values) + "\n" + hexDump(frame, messageStart, message, values, doubtful);
    }

    /** The elements of a message, one a line: number, name, value. */
    public static String elements(DecodedMessage message) {
        return elements(message, values(message, message.isDoubtful()));
    }

    /**
     * A hex dump of a whole frame, see {@link #describe}: the bytes of every element that is masked are hidden, and
     * where it is in doubt which elements they are, whatever passes for a card number.
     */
    public static String hexDump(byte[] frame, int messageStart, DecodedMessage message) {
        boolean doubtful = message.isDoubtful();
        return hexDump(frame, messageStart, message, values(message, doubtful), doubtful);
    }

    private static SortedMap<Integer, List<DescribedValue>> values(DecodedMessage message, boolean doubtful) {
        SortedMap<Integer, List<DescribedValue>> values = new TreeMap<>();
        message.elements().forEach(element -> values.put(element, DescribedValue.of(message, element, doubtful)));
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
            byte[] frame,
            int messageStart,
            DecodedMessage message,
            SortedMap<Integer, List<DescribedValue>> values,
            boolean doubtful) {
        BitSet hidden = new BitSet(frame.length);
        for (ElementRange range : message.ranges()) {
            List<DescribedValue> lines = values.getOrDefault(range.element(), List.of());
            int start = messageStart + range.start();
            int end = messageStart + range.end();
            if (lines.stream().anyMatch(DescribedValue::isMasked)) {
                hidden.set(start, end);
            } else if (lines.size() > 1) {
                hide(hidden, frame, start, end);
            }
        }
        if (doubtful) {
            hidden.or(CardNumbers.in(frame));
        }
        return HexDump.of(frame, hidden);
    }

    /** In a damaged element a card number may be spread over its parts. */
    private static void hide(BitSet hidden, byte[] frame, int start, int end) {
        CardNumbers.in(Arrays.copyOfRange(frame, start, end)).stream().forEach(at -> hidden.set(start + at));
    }

    /** A hex dump of bytes that no packager has read: whatever passes for a card number is hidden. */
    public static String hexDump(byte[] frame) {
        return HexDump.of(frame, CardNumbers.in(frame));
    }
}
