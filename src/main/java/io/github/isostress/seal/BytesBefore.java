package io.github.isostress.seal;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.value.MessageInputs;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The bytes of a message up to an element, which the bitmap tells already. What stands behind the element is not covered.
 *
 * @param element whose place ends it
 * @param withPlace whether the element itself is covered too, its value all zeros
 */
record BytesBefore(int element, boolean withPlace) implements MacCoverage {
    private static final Charset EBCDIC = Charset.forName("IBM1047");
    private static final byte ASCII_ZERO = '0';
    private static final byte EBCDIC_ZERO = (byte) 0xF0;

    @Override
    public Set<ElementPath> needs() {
        return Set.of();
    }

    @Override
    public boolean isOfBytes() {
        return true;
    }

    @Override
    public Part in(MessageInputs message) {
        ElementRange own = own(message);
        int start = message.ranges().get(0).start();
        if (!withPlace) {
            return new Part(message.bytes(), start, own.start());
        }
        String value = message.value(new ElementPath(element, List.of())).orElse("");
        return new Part(zeroed(message.bytes(), own.end(), value), start, own.end());
    }

    private ElementRange own(MessageInputs message) {
        for (ElementRange range : message.ranges()) {
            if (range.element() == element) {
                return range;
            }
        }
        throw new IllegalArgumentException(
                "the MAC stands in element " + element + ", which the message does not have");
    }

    /** A message that is being filled has zeros there, one that was received has a MAC. */
    private static byte[] zeroed(byte[] bytes, int end, String value) {
        byte[] copy = bytes.clone();
        if (endsWith(bytes, end, value.getBytes(StandardCharsets.US_ASCII))) {
            Arrays.fill(copy, end - value.length(), end, ASCII_ZERO);
        } else if (endsWith(bytes, end, value.getBytes(EBCDIC))) {
            Arrays.fill(copy, end - value.length(), end, EBCDIC_ZERO);
        } else {
            Arrays.fill(copy, end - value.length() / 2, end, (byte) 0);
        }
        return copy;
    }

    private static boolean endsWith(byte[] bytes, int end, byte[] text) {
        return end >= text.length && Arrays.equals(bytes, end - text.length, end, text, 0, text.length);
    }

    @Override
    public String inWords(MessageInputs message) {
        Part part = in(message);
        return MacCoverage.inWords(message.ranges().stream()
                        .filter(range -> range.start() >= part.from() && range.end() <= part.to())
                        .map(ElementRange::element)
                        .toList())
                + (withPlace ? ", the last as zeros" : "");
    }
}
