package io.github.isostress.message.describe;

import io.github.isostress.message.ElementIndex;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.Printable;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.masking.CardNumbers;
import io.github.isostress.message.masking.Masking;
import io.github.isostress.vocabulary.MessageTypes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.lang3.StringUtils;

/** Puts a frame and its message into words, stretch by stretch. Used by one thread. */
final class FrameDescription {
    private static final int BITMAP = 1;
    /** Of a first bitmap that is written in hex digits. */
    private static final int WRITTEN_BITMAP = 16;

    private static final String HEX_DIGITS = "0123456789ABCDEFabcdef";

    private final byte[] frame;
    private final int messageStart;
    private final DecodedMessage message;
    private final MaskingPolicy disclosure;
    private final BitSet hidden;
    private final List<DescribedElement> lines = new ArrayList<>();

    FrameDescription(byte[] frame, int messageStart, DecodedMessage message, MaskingPolicy disclosure) {
        this.frame = frame;
        this.messageStart = messageStart;
        this.message = message;
        this.disclosure = disclosure;
        this.hidden = new BitSet(frame.length);
    }

    MessageDescription describe() {
        int messageEnd = messageStart + message.bytes().length;
        int headerEnd = messageStart + message.headerLength();
        List<ElementDescription> elements = elements();
        hide(elements);
        stretch("frame", "Bytes before the message", 0, messageStart);
        stretch("header", "Bytes before the MTI", messageStart, headerEnd);
        for (int i = 0; i < elements.size(); i++) {
            ElementDescription element = elements.get(i);
            if (element == null) {
                mtiOrBitmap(i);
            } else {
                lines.addAll(element.lines());
            }
        }
        stretch("frame", "Bytes behind the message", messageEnd, frame.length);
        return new MessageDescription(lines, ShownBytes.of(frame, hidden), remark());
    }

    /** The bytes as they are shown beside the elements, without putting the elements into words. */
    ShownBytes bytesAlone() {
        ElementIndex found = message.found();
        for (int at = 0; at < found.count(); at++) {
            if (found.isDataElement(at)) {
                hide(at);
            }
        }
        hideOutside();
        return ShownBytes.of(frame, hidden);
    }

    private void hide(int at) {
        ElementIndex found = message.found();
        IsoPackager packager = message.packager();
        int element = found.number(at);
        if (!found.isPlainText(at)
                || packager.mayHoldDataObjects(element)
                || ElementDescription.holdsDataSets(packager, element, found.text(at))) {
            PartAllowance allowance = PartAllowance.of(frame.length);
            hide(ElementDescription.of(message, at, messageStart, disclosure, allowance), found.range(at));
            return;
        }
        Masking masking = disclosure.of(packager.masking().of(element));
        if (masking != Masking.PLAIN && DescribedLines.isMasked(masking, found.text(at))) {
            hidden.set(messageStart + found.start(at), messageStart + found.end(at));
        }
    }

    /** For each range of the message its element, or null for the MTI and the bitmap. */
    private List<ElementDescription> elements() {
        ElementIndex found = message.found();
        List<ElementDescription> elements = new ArrayList<>(found.count());
        PartAllowance allowance = PartAllowance.of(frame.length);
        for (int at = 0; at < found.count(); at++) {
            elements.add(
                    found.isDataElement(at)
                            ? ElementDescription.of(message, at, messageStart, disclosure, allowance)
                            : null);
        }
        return elements;
    }

    private void hide(List<ElementDescription> elements) {
        if (disclosure == MaskingPolicy.WHOLE) {
            return;
        }
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) != null) {
                hide(elements.get(i), message.found().range(i));
            }
        }
        hideOutside();
    }

    /** What stands around the message, and where it is in doubt what is inside. */
    private void hideOutside() {
        hideCardNumbers(0, messageStart);
        hideCardNumbers(messageStart + message.bytes().length, frame.length);
        if (disclosure == MaskingPolicy.IN_DOUBT) {
            hidden.or(CardNumbers.in(frame));
        }
    }

    /** In a damaged element a card number may be spread over its parts. */
    private void hide(ElementDescription element, ElementRange range) {
        int start = messageStart + range.start();
        int end = messageStart + range.end();
        if (element.isMasked()) {
            hidden.set(start, end);
        } else if (element.lines().size() > 1) {
            hideCardNumbers(start, end);
        }
    }

    private void hideCardNumbers(int start, int end) {
        if (start < end) {
            BitSet found = CardNumbers.in(Arrays.copyOfRange(frame, start, end));
            for (int at = found.nextSetBit(0); at >= 0; at = found.nextSetBit(at + 1)) {
                hidden.set(start + at);
            }
        }
    }

    private void stretch(String label, String name, int start, int end) {
        if (start < end) {
            lines.add(new DescribedElement(0, label, name, hex(start, end), "", start, end));
        }
    }

    private void mtiOrBitmap(int at) {
        ElementRange range = message.found().range(at);
        int start = messageStart + range.start();
        int end = messageStart + range.end();
        if (range.element() == BITMAP) {
            boolean open = hidden.nextSetBit(start) < 0 || hidden.nextSetBit(start) >= end;
            lines.add(new DescribedElement(
                    0, "bitmap", "", open ? bitmap(start, end) : hex(start, end), open ? announced() : "", start, end));
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

    private String announced() {
        StringBuilder numbers = new StringBuilder(80);
        for (int element : message.elements()) {
            numbers.append(numbers.isEmpty() ? "" : ", ").append(element);
        }
        return numbers.toString();
    }

    private String hex(int start, int end) {
        StringBuilder digits = new StringBuilder(2 * (end - start));
        for (int i = start; i < end; i++) {
            HexDump.digits(digits, frame, hidden, i);
        }
        return digits.toString();
    }

    private String remark() {
        int left = message.trailingBytes();
        return left == 0 ? "" : left + " bytes follow the last element";
    }
}
