package io.github.isostress.message.template;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.codec.HexDigits;
import io.github.isostress.message.masking.Masking;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.MessageContext;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A captured message in hex digits, on one line or several. A line may end in the middle of a byte. Alone, it is sent
 * as it is. Immutable and thread-safe.
 *
 * @param lines in the order of the text, at least one
 * @param constant the bytes if they never change, else null; also null if a line is wrong
 */
record CapturedHex(List<LineValue> lines, byte[] constant) implements MessageTemplate {

    static CapturedHex compile(List<TemplateLine> hex, Expression.Compiler expressions, TemplateProblems problems) {
        List<LineValue> lines = hex.stream()
                .flatMap(line -> LineValue.compile(0, line, Masking.HIDDEN, expressions, problems).stream())
                .toList();
        CapturedHex unchecked = new CapturedHex(lines, null);
        if (lines.size() < hex.size()) {
            return unchecked;
        }
        int before = problems.count();
        lines.stream().filter(LineValue::isConstant).forEach(line -> problems.check(() -> digits(line)));
        boolean checked = problems.count() == before;
        return checked && lines.stream().allMatch(LineValue::isConstant)
                ? new CapturedHex(lines, problems.attempt(unchecked::bytes).orElse(null))
                : unchecked;
    }

    private static String digits(LineValue line) {
        String digits = line.evaluate();
        line.check(() -> {
            HexDigits.requireDigits(digits);
            return digits;
        });
        return digits;
    }

    @Override
    public FilledMessage fill(MessageContext context) throws FailureException {
        try {
            byte[] bytes = bytes();
            return new FilledMessage(constant == null ? bytes : bytes.clone());
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.TEMPLATE_ERROR, e.getMessage(), e);
        }
    }

    /** The line that problems of the whole message name. */
    TemplateLine firstLine() {
        return lines.get(0).line();
    }

    /**
     * The message; not to be changed.
     *
     * @throws IllegalArgumentException naming the line and the rule that is broken
     */
    byte[] bytes() {
        if (constant != null) {
            return constant;
        }
        String digits = lines.stream().map(CapturedHex::digits).collect(Collectors.joining());
        byte[] bytes = lines.get(0).check(() -> HexDigits.parse(digits));
        if (bytes.length == 0) {
            throw new BrokenRule(firstLine(), "there are no hex digits");
        }
        return bytes;
    }
}
