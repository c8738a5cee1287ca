package io.github.isostress.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What a framing makes of a message, part by part: an example for people. Immutable.
 *
 * @param parts in the order in which they are sent; those without a byte are left out
 * @param messageLength how many bytes the message has
 */
public record FramedExample(List<Part> parts, int messageLength) {
    private static final int FEW = 12;
    private static final int BEGINNING = 4;
    private static final byte[] BEGINS_WITH = {'0', '2', '0', '0'};

    /** What stands where in a frame. */
    public enum Role {
        LENGTH,
        HEADER,
        MESSAGE,
        TRAILER
    }

    /**
     * One part of a frame.
     *
     * @param role what it is
     * @param hex its bytes in hex, separated by blanks; of many only the first
     */
    public record Part(Role role, String hex) {}

    /** Copies the list. */
    public FramedExample {
        parts = List.copyOf(parts);
    }

    /**
     * Wraps a message that begins with the digits 0200, as {@link Framing#wrap} does.
     *
     * @param length of the message in bytes; a shorter one is taken if the framing allows no such length
     * @throws IllegalArgumentException with one clear sentence if the framing allows no message of any length
     */
    public static FramedExample of(Framing framing, int length) {
        int allowed = Math.min(length, framing.maxLength());
        byte[] message = Arrays.copyOf(BEGINS_WITH, allowed);
        byte[] frame = framing.wrap(message);
        int header = framing.prefix().width();
        int body = header + framing.header().length;
        List<Part> parts = new ArrayList<>();
        add(parts, Role.LENGTH, frame, 0, header, FEW);
        add(parts, Role.HEADER, frame, header, body, FEW);
        add(parts, Role.MESSAGE, frame, body, body + allowed, BEGINNING);
        add(parts, Role.TRAILER, frame, body + allowed, frame.length, FEW);
        return new FramedExample(parts, allowed);
    }

    private static void add(List<Part> parts, Role role, byte[] frame, int from, int to, int most) {
        if (to > from) {
            String hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(frame, from, Math.min(to, from + most));
            parts.add(new Part(role, to - from > most ? hex + " ..." : hex));
        }
    }
}
