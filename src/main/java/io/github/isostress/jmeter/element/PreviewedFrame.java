package io.github.isostress.jmeter.element;

import io.github.isostress.message.DecodedMessage;
import io.github.isostress.message.DescribedElement;
import io.github.isostress.message.MessageDescriber;
import io.github.isostress.message.MessageDescription;
import io.github.isostress.message.ShownBytes;
import io.github.isostress.wire.Framing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A frame that is about to be sent, in words: what the framing puts round the message, and the message's elements. */
final class PreviewedFrame {
    private PreviewedFrame() {}

    /** Nothing is masked. */
    static MessageDescription of(byte[] frame, int messageLength, Framing framing, Optional<DecodedMessage> message) {
        int prefixEnd = framing.prefix().width();
        int start = prefixEnd + framing.header().length;
        int end = start + messageLength;
        List<DescribedElement> elements = new ArrayList<>();
        add(elements, frame, "length", "Length prefix, " + framing.prefix(), 0, prefixEnd);
        add(elements, frame, "header", "Header", prefixEnd, start);
        if (message.isPresent()) {
            elements.addAll(messageElements(frame, start, end, message.get()));
        } else {
            add(elements, frame, "message", "Message", start, end);
        }
        add(elements, frame, "trailer", "Trailer", end, frame.length);
        return new MessageDescription(elements, new ShownBytes(frame, new BitSet()), "");
    }

    private static List<DescribedElement> messageElements(byte[] frame, int start, int end, DecodedMessage message) {
        return MessageDescriber.unmasked(Arrays.copyOf(frame, end), start, message).elements().stream()
                .filter(element -> element.start() < 0 || element.start() >= start)
                .toList();
    }

    private static void add(
            List<DescribedElement> elements, byte[] frame, String label, String name, int start, int end) {
        if (end > start) {
            String shown = HexFormat.of().withUpperCase().formatHex(frame, start, end);
            elements.add(new DescribedElement(0, label, name, shown, "", start, end));
        }
    }
}
