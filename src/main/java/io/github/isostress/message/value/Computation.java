package io.github.isostress.message.value;

import java.util.Optional;

/** The computing of one value of one message. For one thread at a time. */
public interface Computation {
    /**
     * The value as a line of a template would give it: hex digits for a binary element, else text; empty if the element
     * is left out. It may be asked for again when a key has changed: what was counted or drawn stays then.
     *
     * @throws IllegalArgumentException with the rule that is broken; never with a key, a PIN or a card number
     */
    String value(MessageInputs inputs);

    /**
     * The value that the other end must have sent. A part that it is free to choose is taken from what it has sent.
     *
     * @param seen as a decoded message gives it
     * @throws IllegalArgumentException as {@link #value}
     */
    default String expected(MessageInputs inputs, String seen) {
        return value(inputs);
    }

    /**
     * Checks a value that the other end has sent.
     *
     * @param seen as a decoded message gives it
     * @return what is wrong with it, as the end of a sentence; empty if it is right
     * @throws IllegalArgumentException as {@link #value}
     */
    default Optional<String> mismatch(MessageInputs inputs, String seen) {
        String expected = expected(inputs, seen);
        return expected.equalsIgnoreCase(seen)
                ? Optional.empty()
                : Optional.of("expected " + expected + ", seen " + seen);
    }

    /**
     * What the value is computed from, for people: which key with which check value, which data, masked. Empty if there
     * is nothing to say.
     */
    default String explained(MessageInputs inputs) {
        return "";
    }
}
