package io.github.isostress.seal;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.value.MessageInputs;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What of a message a MAC covers. Implementations are immutable and thread-safe. */
interface MacCoverage {
    /** A part of an array, which is not to be changed. */
    record Part(byte[] bytes, int from, int to) {
        static Part whole(byte[] bytes) {
            return new Part(bytes, 0, bytes.length);
        }

        int length() {
            return to - from;
        }
    }

    /** The elements whose values it asks for. */
    Set<ElementPath> needs();

    /** Whether it covers bytes of the message as they are sent, rather than values. */
    boolean isOfBytes();

    /**
     * What is covered in one message.
     *
     * @throws IllegalArgumentException if the message lacks what is needed
     */
    Part in(MessageInputs message);

    /** The elements that are covered, for people, none of their values. */
    String inWords(MessageInputs message);

    /** Elements by their numbers, for people. */
    static String inWords(List<Integer> elements) {
        return elements.stream().map(MacCoverage::name).collect(Collectors.joining(", "));
    }

    private static String name(int element) {
        return switch (element) {
            case 0 -> "MTI";
            case 1 -> "bitmap";
            default -> "DE " + element;
        };
    }
}
