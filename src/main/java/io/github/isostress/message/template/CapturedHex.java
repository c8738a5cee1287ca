package io.github.isostress.message.template;

import io.github.isostress.message.codec.HexDigits;
import io.github.isostress.message.masking.Masking;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A captured message in hex digits, on one line or several. A line may end in the middle of a byte.
 *
 * @param lines in the order of the text, at least one
 * @param constant the bytes if they are the same each time, else null; also null if a line is wrong
 */
record CapturedHex(List<LineValue> lines, byte[] constant) {

    static CapturedHex compile(List<TemplateLine> hex, Expression.Compiler expressions, TemplateProblems problems) {
        List<LineValue> lines = hex.stream()
                .flatMap(line -> LineValue.compile(0, line, Masking.HIDDEN, expressions, problems).stream())
                .toList();
        CapturedHex living = new CapturedHex(lines, null);
        if (lines.size() < hex.size()) {
            return living;
        }
        int before = problems.count();
        lines.stream().filter(LineValue::isConstant).forEach(line -> problems.check(() -> digits(line)));
        boolean checked = problems.count() == before;
        return checked && lines.stream().allMatch(LineValue::isConstant)
                ? new CapturedHex(lines, problems.attempt(living::bytes).orElse(null))
                : living;
    }

    private static String digits(LineValue line) {
        String digits = line.evaluate();
        line.check(() -> {
            HexDigits.requireDigits(digits);
            return digits;
        });
        return digits;
    }

    /** Where a user finds the message. */
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
