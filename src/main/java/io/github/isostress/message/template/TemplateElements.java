package io.github.isostress.message.template;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.codec.HexDigits;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.tlv.DataObject;
import io.github.isostress.message.tlv.DataObjects;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The elements of a compiled template. Immutable and thread-safe.
 *
 * @param captured what each message starts from
 * @param values the values that may change and are evaluated, in that order
 * @param formulas those that are computed then, in that order
 * @param lines all values by the paths of their lines
 * @param constants the elements that never change, packed; null for one that is left out
 * @param variables the other elements, in the order of their numbers
 * @param packedCount how many of these are packed by their field packagers
 * @param leastBitmaps how many bitmaps of 64 bits a message has at least, even if the last of them are empty
 */
record TemplateElements(
        IsoPackager packager,
        CapturedMessage captured,
        LineValue[] values,
        FormulaValue[] formulas,
        Map<ElementPath, LineValue> lines,
        Map<Integer, byte[]> constants,
        VariableElement[] variables,
        int packedCount,
        int leastBitmaps) {
    /**
     * Evaluates the values of one message, and leaves room for those that are computed.
     *
     * @throws BrokenRule naming the line, the element and the rule that is broken
     */
    String[] evaluated() {
        String[] evaluated = new String[valueCount()];
        for (LineValue value : values) {
            evaluated[value.index()] = value.evaluate();
        }
        return evaluated;
    }

    int valueCount() {
        return values.length + formulas.length;
    }

    /**
     * Prepares the elements of one message, whose values are known.
     *
     * @throws BrokenRule naming the line, the element and the rule that is broken
     */
    void prepare(FilledMessage message) {
        for (VariableElement element : variables) {
            element.prepare(message);
        }
    }

    /**
     * The value of an element or part that a line of the template gives, or else the captured message.
     *
     * @return empty if the message does not have it, or it is not known without packing the message
     */
    Optional<String> value(ElementPath path, FilledMessage message) {
        LineValue line = lines.get(path);
        if (line != null) {
            String value = line.value(message.values());
            return line.line().leavesOut(value) ? Optional.empty() : Optional.of(value);
        }
        return path.isPart() && lines.containsKey(new ElementPath(path.element(), List.of()))
                ? tag(path, message)
                : Optional.ofNullable(message.captured()).flatMap(captured -> captured.value(path));
    }

    /** The value of a tag of BER-TLV data that a line gives as a whole. */
    private Optional<String> tag(ElementPath path, FilledMessage message) {
        String whole = lines.get(new ElementPath(path.element(), List.of())).value(message.values());
        List<DataObject> way = DataObjects.in(HexDigits.parse(whole))
                .map(objects -> objects.way(path.parts()))
                .orElse(List.of());
        return way.isEmpty()
                ? Optional.empty()
                : Optional.of(HexFormat.of()
                        .withUpperCase()
                        .formatHex(way.get(way.size() - 1).value()));
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
