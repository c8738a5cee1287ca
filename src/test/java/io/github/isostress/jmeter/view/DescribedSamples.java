package io.github.isostress.jmeter.view;

import io.github.isostress.message.describe.DescribedElement;
import io.github.isostress.message.describe.MessageDescription;
import io.github.isostress.message.describe.ShownBytes;
import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Messages in words for tests, made by hand, and the way into the views. */
final class DescribedSamples {
    /** In {@link #purchase}: the places of its elements. */
    static final int MTI = 1;

    static final int PAN = 2;
    static final int PROCESSING = 3;
    static final int CHIP = 4;
    static final int AMOUNT_TAG = 5;
    static final int UNKNOWN_PART = 6;
    static final int RESPONSE_CODE = 7;

    private DescribedSamples() {}

    /**
     * A message: length 2 bytes, MTI 4, DE 2 4 of which 2 are hidden, DE 3 6, DE 55 8 of which the last 5 are 9F02;
     * then DE 39 if there is a code.
     */
    static MessageDescription purchase(String mti, String code) {
        List<DescribedElement> elements = new ArrayList<>(List.of(
                new DescribedElement(0, "frame", "length", "22", "", 0, 2),
                new DescribedElement(0, "MTI", "", mti, "financial", 2, 6),
                new DescribedElement(0, "DE 2", "PAN", "4***", "", 6, 10),
                new DescribedElement(0, "DE 3", "Processing code", "000000", "purchase", 10, 16),
                new DescribedElement(0, "DE 55", "Chip data", "", "", 16, 24),
                new DescribedElement(1, "9F02", "Amount, authorised", "0100", "", 19, 24),
                new DescribedElement(1, "9F03", "Amount, other", "0000", "", -1, -1)));
        if (!code.isEmpty()) {
            elements.add(new DescribedElement(0, "DE 39", "Response code", code, "approved", 24, 26));
        }
        byte[] bytes = new byte[26];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ('A' + i);
        }
        BitSet hidden = new BitSet();
        hidden.set(7, 9);
        return new MessageDescription(elements, new ShownBytes(bytes, hidden), "");
    }

    /** What an exchange view is given of an approved purchase. */
    static ShownSample approved() {
        return new ShownSample(
                "00 Approved", "", Optional.of(purchase("0200", "")), Optional.of(purchase("0210", "00")));
    }

    /** The components of a class inside another, in the order in which they were added. */
    static <T extends Component> List<T> parts(Container whole, Class<T> type) {
        List<T> parts = new ArrayList<>();
        for (Component part : whole.getComponents()) {
            if (type.isInstance(part)) {
                parts.add(type.cast(part));
            }
            if (part instanceof Container container) {
                parts.addAll(parts(container, type));
            }
        }
        return parts;
    }

    /** The first component of a class inside another. */
    static <T extends Component> T part(Container whole, Class<T> type) {
        return parts(whole, type).get(0);
    }
}
