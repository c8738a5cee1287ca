package io.github.isostress.message.describe;

import io.github.isostress.message.ElementIndex;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.Printable;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.masking.CardNumbers;
import io.github.isostress.message.masking.Masking;
import io.github.isostress.vocabulary.MessageTypes;
import io.github.isostress.words.Plural;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.lang3.StringUtils;

/**
 * Describes one decoded frame: what stands around the message, MTI, bitmap and elements, and which bytes are hidden:
 * those of each element that is masked, and where the elements are ambiguous, whatever passes for a card number. Used
 * once, by one thread.
 */
final class FrameDescriber {
    private static final int BITMAP = 1;
    /** Characters of a first bitmap that is written in hex digits. */
    private static final int WRITTEN_BITMAP = 16;

    private static final String HEX_DIGITS = "0123456789ABCDEFabcdef";

    private final byte[] frame;
    private final int messageStart;
    private final DecodedMessage message;
    private final MaskingPolicy policy;
    private final ElementDescriber describer;
    private final BitSet hidden;

    FrameDescriber(byte[] frame, int messageStart, DecodedMessage message, MaskingPolicy policy) {
        this.frame = frame;
        this.messageStart = messageStart;
        this.message = message;
        this.policy = policy;
        this.describer = new ElementDescriber(message, messageStart, policy);
        this.hidden = new BitSet(frame.length);
    }

    MessageDescription describe() {
        List<ElementDescription> elements = elements();
        hideMasked(elements);
        List<DescribedElement> lines = new ArrayList<>(elements.size() + 3);
        int messageEnd = messageStart + message.bytes().length;
        addAround(lines, "frame", "Bytes before the message", 0, messageStart);
        addAround(lines, "header", "Bytes before the MTI", messageStart, messageStart + message.headerLength());
        for (int at = 0; at < elements.size(); at++) {
            ElementDescription element = elements.get(at);
            if (element == null) {
                addMtiOrBitmap(lines, message.index().range(at));
            } else {
                lines.addAll(element.lines());
            }
        }
        addAround(lines, "frame", "Bytes behind the message", messageEnd, frame.length);
        return new MessageDescription(lines, ShownBytes.of(frame, hidden), remark());
    }

    /** The bytes that {@link #describe} shows, without describing what need not be described to know them. */
    ShownBytes bytesAlone() {
        ElementIndex elements = message.index();
        for (int at = 0; at < elements.count(); at++) {
            if (elements.isDataElement(at)) {
                hideIfMasked(at);
            }
        }
        hideCardNumbersAround();
        return ShownBytes.of(frame, hidden);
    }

    private void hideIfMasked(int at) {
        ElementIndex elements = message.index();
        IsoPackager packager = message.packager();
        int element = elements.number(at);
        if (!elements.isPlainText(at)
                || packager.mayHoldDataObjects(element)
                || ElementDescriber.holdsDataSets(packager, element, elements.text(at))) {
            hideMasked(describer.describe(at, PartAllowance.of(frame.length)), elements.range(at));
            return;
        }
        Masking masking = policy.of(packager.masking().of(element));
        if (masking != Masking.PLAIN && ElementLines.isMasked(masking, elements.text(at))) {
            hidden.set(messageStart + elements.start(at), messageStart + elements.end(at));
        }
    }

    /** By place in the message; null for the MTI and the bitmap. */
    private List<ElementDescription> elements() {
        ElementIndex index = message.index();
        List<ElementDescription> elements = new ArrayList<>(index.count());
        PartAllowance allowance = PartAllowance.of(frame.length);
        for (int at = 0; at < index.count(); at++) {
            elements.add(index.isDataElement(at) ? describer.describe(at, allowance) : null);
        }
        return elements;
    }

    private void hideMasked(List<ElementDescription> elements) {
        if (policy == MaskingPolicy.WHOLE) {
            return;
        }
        for (int at = 0; at < elements.size(); at++) {
            if (elements.get(at) != null) {
                hideMasked(elements.get(at), message.index().range(at));
            }
        }
        hideCardNumbersAround();
    }

    /** In a damaged element a card number may be spread over its parts. */
    private void hideMasked(ElementDescription element, ElementRange range) {
        int start = messageStart + range.start();
        int end = messageStart + range.end();
        if (element.isMasked()) {
            hidden.set(start, end);
        } else if (element.lines().size() > 1) {
            hideCardNumbers(start, end);
        }
    }

    /** Around the message, and where its elements are ambiguous, inside it. */
    private void hideCardNumbersAround() {
        hideCardNumbers(0, messageStart);
        hideCardNumbers(messageStart + message.bytes().length, frame.length);
        if (policy == MaskingPolicy.AMBIGUOUS) {
            hidden.or(CardNumbers.in(frame));
        }
    }

    private void hideCardNumbers(int start, int end) {
        if (start < end) {
            BitSet numbers = CardNumbers.in(Arrays.copyOfRange(frame, start, end));
            for (int at = numbers.nextSetBit(0); at >= 0; at = numbers.nextSetBit(at + 1)) {
                hidden.set(start + at);
            }
        }
    }

    private void addAround(List<DescribedElement> lines, String label, String name, int start, int end) {
        if (start < end) {
            lines.add(new DescribedElement(0, label, name, hex(start, end), "", start, end));
        }
    }

    private void addMtiOrBitmap(List<DescribedElement> lines, ElementRange range) {
        int start = messageStart + range.start();
        int end = messageStart + range.end();
        if (range.element() == BITMAP) {
            boolean open = hidden.nextSetBit(start) < 0 || hidden.nextSetBit(start) >= end;
            lines.add(new DescribedElement(
                    0, "bitmap", "", open ? bitmap(start, end) : hex(start, end), open ? numbers() : "", start, end));
        } else if (message.packager().hasMti()) {
            String mti = Printable.orHex(message.mti());
            String meaning = MessageTypes.meaning(mti).orElse("");
            lines.add(new DescribedElement(0, "MTI", "", mti, meaning, start, end));
        }
    }

    /** One that is sent in hex digits is shown as it is: no other of this length has only such bytes. */
    private String bitmap(int start, int end) {
        String text = new String(frame, start, end - start, StandardCharsets.ISO_8859_1);
        boolean written = text.length() >= WRITTEN_BITMAP && StringUtils.containsOnly(text, HEX_DIGITS);
        return written ? text : hex(start, end);
    }

    /** The elements that the bitmap announces. */
    private String numbers() {
        StringBuilder numbers = new StringBuilder(80);
        for (int element : message.elements()) {
            numbers.append(numbers.isEmpty() ? "" : ", ").append(element);
        }
        return numbers.toString();
    }

    private String hex(int start, int end) {
        StringBuilder digits = new StringBuilder(2 * (end - start));
        for (int at = start; at < end; at++) {
            HexDumpWriter.writeByte(digits, frame, hidden, at);
        }
        return digits.toString();
    }

    private String remark() {
        int left = message.trailingBytes();
        return left == 0 ? "" : Plural.of(left, "byte follows", "bytes follow") + " the last element";
    }
}
