package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.framing.FramePart;
import io.github.isostress.framing.Framing;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.DescribedElement;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.describe.MessageDescription;
import io.github.isostress.message.describe.ShownBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Describes a frame before it is sent: the parts that the framing adds, and the elements of the message. */
final class PreviewedFrame {
    private PreviewedFrame() {}

    /** Nothing is masked. */
    static MessageDescription of(byte[] frame, int messageLength, Framing framing, Optional<DecodedMessage> message) {
        List<DescribedElement> elements = new ArrayList<>();
        int start = 0;
        for (FramePart part : FramePart.values()) {
            int end = start + (part == FramePart.MESSAGE ? messageLength : framing.length(part));
            if (part == FramePart.MESSAGE && message.isPresent()) {
                elements.addAll(messageElements(frame, start, end, message.get()));
            } else {
                add(elements, frame, part.name().toLowerCase(Locale.ROOT), name(part, framing), start, end);
            }
            start = end;
        }
        return new MessageDescription(elements, new ShownBytes(frame, new BitSet()), "");
    }

    private static String name(FramePart part, Framing framing) {
        return switch (part) {
            case LEAD -> "Lead";
            case LENGTH -> "Length prefix, " + framing.prefix();
            case FILLER -> "Filler";
            case HEADER -> "Header";
            case MESSAGE -> "Message";
            case TRAILER -> "Trailer";
            case LRC -> "LRC";
        };
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
