package io.github.isostress.crypto;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Constants by the words that people write for them, which are their texts. */
public final class Words {
    private Words() {}

    /**
     * The constant of a word.
     *
     * @param what the constants are, for people: {@code padding}
     * @throws IllegalArgumentException with one clear sentence, which names the words, if it is none of them
     */
    public static <E extends Enum<E>> E constant(String what, E[] constants, String word) {
        for (E constant : constants) {
            if (constant.toString().equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("there is no " + what + " '" + word + "'; known are "
                + Arrays.stream(constants).map(Enum::toString).collect(Collectors.joining(", ")));
    }
}
