package io.github.isostress.message.template;

import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.MessageShape;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message but for its variable elements: the bytes that stand between them, bitmap included, which are the same as
 * long as the same elements are present. Immutable and thread-safe.
 */
final class MessageLayout {
    private final VariableElement[] variables;
    private final byte[][] runs;
    private final byte[] end;
    private final List<Place> places;
    private final int headerLength;
    private final long presence;
    private final int constantLength;
    private final KnownShape shape;

    /**
     * An element of the message.
     *
     * @param number 0 for the MTI, 1 for the bitmap, else the data element's number
     * @param length in bytes, if it is always the same
     * @param variable the element if its length may change, else null
     */
    record Place(int number, int length, VariableElement variable) {
        int length(FilledMessage message) {
            return variable == null ? length : variable.length(message);
        }
    }

    /** The shape in which a packager reads all messages of this layout. */
    private record KnownShape(IsoPackager packager, MessageShape shape) {}

    /**
     * A layout that was not read back.
     *
     * @param variables the template's variable elements in the order of their numbers
     * @param runs what stands before each of them; null for one that is left out
     * @param end what stands behind the last
     * @param places of all elements, in the order of the bytes
     * @param headerLength how many bytes stand before the first of them
     */
    MessageLayout(VariableElement[] variables, byte[][] runs, byte[] end, List<Place> places, int headerLength) {
        this(variables, runs, end, places, headerLength, null);
    }

    private MessageLayout(
            VariableElement[] variables,
            byte[][] runs,
            byte[] end,
            List<Place> places,
            int headerLength,
            KnownShape shape) {
        this.variables = variables;
        this.runs = runs;
        this.end = end;
        this.places = places;
        this.headerLength = headerLength;
        this.shape = shape;
        this.presence = presence(runs);
        int length = end.length;
        for (byte[] run : runs) {
            length += run == null ? 0 : run.length;
        }
        this.constantLength = length;
    }

    private static long presence(byte[][] runs) {
        long presence = 0;
        for (int i = 0; i < runs.length && i < Long.SIZE; i++) {
            presence |= runs[i] == null ? 0 : 1L << i;
        }
        return presence;
    }

    /** Which of the first 64 variable elements a message has, a bit for each. */
    static long presence(VariableElement[] variables, FilledMessage message) {
        long presence = 0;
        for (int i = 0; i < variables.length && i < Long.SIZE; i++) {
            presence |= variables[i].isPresent(message) ? 1L << i : 0;
        }
        return presence;
    }

    /**
     * Whether a message has the elements of this layout.
     *
     * @param presence which of the first 64 variable elements it has
     */
    boolean fits(long presence, FilledMessage message) {
        if (presence != this.presence) {
            return false;
        }
        for (int i = Long.SIZE; i < variables.length; i++) {
            if (variables[i].isPresent(message) != (runs[i] != null)) {
                return false;
            }
        }
        return true;
    }

    /** The message with what its elements were prepared with. */
    byte[] bytes(FilledMessage message) {
        byte[] bytes = new byte[constantLength + variableLength(message)];
        int at = 0;
        for (int i = 0; i < variables.length; i++) {
            if (runs[i] != null) {
                System.arraycopy(runs[i], 0, bytes, at, runs[i].length);
                at += runs[i].length;
                variables[i].write(message, bytes, at);
                at += variables[i].length(message);
            }
        }
        System.arraycopy(end, 0, bytes, at, end.length);
        return bytes;
    }

    private int variableLength(FilledMessage message) {
        int length = 0;
        for (int i = 0; i < variables.length; i++) {
            length += runs[i] == null ? 0 : variables[i].length(message);
        }
        return length;
    }

    /** Where each element stands in a message, in the order of the bytes. */
    List<ElementRange> ranges(FilledMessage message) {
        List<ElementRange> ranges = new ArrayList<>(places.size());
        int start = headerLength;
        for (Place place : places) {
            int end = start + place.length(message);
            ranges.add(new ElementRange(place.number(), start, end));
            start = end;
        }
        return ranges;
    }

    /**
     * The layout for messages of which one was read back.
     *
     * @param bytes that message
     */
    MessageLayout readBack(byte[] bytes, IsoPackager packager) {
        boolean beginsAlike = places.stream().noneMatch(place -> place.number() == 0 && place.variable() != null);
        MessageShape found = beginsAlike ? packager.shapes().of(bytes, packager.headerLength()) : null;
        return found == null
                ? this
                : new MessageLayout(variables, runs, end, places, headerLength, new KnownShape(packager, found));
    }

    /** A message as a packager reads it; empty if reading it might give something else. */
    Optional<DecodedMessage> decoded(byte[] bytes, IsoPackager packager) {
        return shape == null || packager.shapes() != shape.packager().shapes()
                ? Optional.empty()
                : new MessageDecoder(packager).decode(bytes, shape.shape());
    }
}
