package io.github.isostress.framing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * An example frame, part by part, to show what a framing does. Immutable.
 *
 * @param parts in the order in which they are sent, without empty ones
 * @param messageLength the message's length in bytes
 */
public record FramedExample(List<Part> parts, int messageLength) {
    private static final int FEW = 12;
    private static final int BEGINNING = 4;
    private static final byte[] BEGINS_WITH = {'0', '2', '0', '0'};

    /**
     * One part of a frame.
     *
     * @param part which part it is
     * @param hex its bytes in hex, separated by blanks; of a long part only the first
     */
    public record Part(FramePart part, String hex) {}

    public FramedExample {
        parts = List.copyOf(parts);
    }

    /**
     * Wraps a message that begins with the digits 0200, as {@link Framing#wrap} does.
     *
     * @param length of the message in bytes; cut to the longest that the framing allows
     * @throws IllegalArgumentException with one clear sentence if the framing allows no message of any length
     */
    public static FramedExample of(Framing framing, int length) {
        int allowed = (int) Math.max(0, Math.min(length, framing.longestMessage()));
        byte[] message = Arrays.copyOf(BEGINS_WITH, allowed);
        byte[] frame = framing.wrap(message);
        List<Part> parts = new ArrayList<>();
        int start = 0;
        for (FramePart part : FramePart.values()) {
            boolean isMessage = part == FramePart.MESSAGE;
            int end = start + (isMessage ? allowed : framing.length(part));
            add(parts, part, frame, start, end, isMessage ? BEGINNING : FEW);
            start = end;
        }
        return new FramedExample(parts, allowed);
    }

    private static void add(List<Part> parts, FramePart part, byte[] frame, int from, int to, int most) {
        if (to > from) {
            String hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(frame, from, Math.min(to, from + most));
            parts.add(new Part(part, to - from > most ? hex + " ..." : hex));
        }
    }
}
