package io.github.isostress.host.seal;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.MtiPatterns;
import io.github.isostress.message.value.Formula;
import io.github.isostress.message.value.MessageInputs;

/**
 * A line that says what the host computes for an element of answers. Immutable.
 *
 * @param mtis of the answers
 * @param formula its name, such as {@code mac}
 */
record Signature(MtiPatterns mtis, ElementPath path, AnswerElement element, String formula, Formula computing) {
    /** Whether it is computed over the bytes of the answer, in which its placeholder stands then. */
    boolean coversBytes() {
        return !computing.placeholder().isEmpty();
    }

    /**
     * The value in an answer.
     *
     * @throws IllegalArgumentException with the rule that is broken
     */
    String value(MessageInputs inputs, Signing signing) {
        String right = computing.begin().value(inputs);
        return signing.wrong().contains(formula) ? wrong(right) : right;
    }

    /** Another text of the same length and class of characters; a cryptogram stands first in its element. */
    private static String wrong(String right) {
        if (right.isEmpty()) {
            return right;
        }
        char first = right.charAt(0);
        char other = first >= '0' && first < '9' ? (char) (first + 1) : '0';
        return other + right.substring(1);
    }
}
