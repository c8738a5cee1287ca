package io.github.isostress.message;

import io.github.isostress.message.DecodedMessage.ElementRange;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.commons.lang3.StringUtils;

/**
 * Puts messages into words for people: one element a line with its packager's name for it, and a hex dump of the wire
 * bytes. Card numbers and secrets are masked in both. Stateless and thread-safe.
 */
public final class MessageDescriber {
    private static final int LABEL_WIDTH = 7;
    private static final int NAME_WIDTH = 38;

    private MessageDescriber() {}

    /** The elements of a message, one a line: number, name, value. */
    public static String elements(DecodedMessage message) {
        StringBuilder text = new StringBuilder(1024);
        if (message.packager().hasMti()) {
            line(text, new DescribedValue(0, "MTI", "", message.mti(), false));
        }
        for (int number : message.elements()) {
            DescribedValue.of(message, number).forEach(value -> line(text, value));
        }
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

    /**
     * A hex dump of a whole frame; the bytes of every element that is masked are hidden.
     *
     * @param frame the wire bytes
     * @param messageStart the offset of the message in them
     * @param message the message, decoded
     */
    public static String hexDump(byte[] frame, int messageStart, DecodedMessage message) {
        BitSet hidden = new BitSet(frame.length);
        for (ElementRange range : message.ranges()) {
            if (range.element() > 1
                    && DescribedValue.of(message, range.element()).stream().anyMatch(DescribedValue::isMasked)) {
                hidden.set(messageStart + range.start(), messageStart + range.end());
            }
        }
        int end = messageStart + message.bytes().length;
        hide(hidden, frame, end - message.trailingBytes(), end);
        return HexDump.of(frame, hidden);
    }

    /** Hides whatever passes for a card number in bytes that no packager has read. */
    private static void hide(BitSet hidden, byte[] frame, int start, int end) {
        CardNumbers.in(Arrays.copyOfRange(frame, start, end), true).stream().forEach(at -> hidden.set(start + at));
    }

    /** A hex dump of bytes that no packager has read: whatever passes for a card number is hidden. */
    public static String hexDump(byte[] frame) {
        return HexDump.of(frame, CardNumbers.in(frame, true));
    }
}
