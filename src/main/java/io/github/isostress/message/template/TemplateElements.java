package io.github.isostress.message.template;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.Map;

/**
 * The elements of a compiled template. Immutable and thread-safe.
 *
 * @param captured what each message starts from
 * @param values the values that may change, in the order in which they are evaluated
 * @param constants the elements that never change, packed; null for one that is left out
 * @param variables the other elements, in the order of their numbers
 * @param packedCount how many of these are packed by their field packagers
 * @param leastBitmaps how many bitmaps of 64 bits a message has at least, even if the last of them are empty
 */
record TemplateElements(
        IsoPackager packager,
        CapturedMessage captured,
        LineValue[] values,
        Map<Integer, byte[]> constants,
        VariableElement[] variables,
        int packedCount,
        int leastBitmaps) {
    /**
     * Evaluates the values of one message and prepares its elements.
     *
     * @throws IllegalArgumentException naming the line, the element and the rule that is broken
     */
    FilledMessage evaluated() {
        DecodedMessage start = captured.message();
        String[] evaluated = new String[values.length];
        for (int i = 0; i < evaluated.length; i++) {
            evaluated[i] = values[i].evaluate();
        }
        FilledMessage message = new FilledMessage(start, evaluated, packedCount);
        for (VariableElement element : variables) {
            element.prepare(message);
        }
        return message;
    }

    /** Which of the first 64 variable elements a message has, a bit for each. */
    long presence(FilledMessage message) {
        return MessageLayout.presence(variables, message);
    }

    /** Joins the elements of one message. */
    MessageAssembler assembler(FilledMessage message) {
        MessageAssembler assembler = withConstants(message.captured(), variables);
        for (VariableElement element : variables) {
            assembler.set(element, element.isPresent(message));
        }
        return assembler;
    }

    /** Joins the captured message, which may be null, and the elements that never change. */
    MessageAssembler withConstants(DecodedMessage start, VariableElement... others) {
        MessageAssembler assembler = new MessageAssembler(packager, others, leastBitmaps);
        if (start != null) {
            assembler.start(start);
        }
        constants.forEach(assembler::set);
        return assembler;
    }

    /** Whether messages with the same elements have the same layout. */
    boolean layoutsLast() {
        return !captured.changes();
    }
}
