package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.setting.JMeterExpressions;
import io.github.isostress.jmeter.setting.ResponseVariables;
import io.github.isostress.judgement.VerifiedSeals;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.template.TemplateProblem;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.lang3.StringUtils;

/**
 * What is wrong with a field about answers while it is typed. A field with an expression is not looked into, but for the
 * lines that are verified.
 */
final class ResponseFields {
    private static final String REFERENCE = "${";
    private static final String NONE = "none";
    private static final String SEPARATORS = ", \t\r\n";
    private static final int LONGEST_TIMEOUT = 3_600_000;

    private ResponseFields() {}

    static Optional<String> timeout(String text) {
        return problem(text, written -> {
            if (!written.matches("\\d{1,7}")
                    || Integer.parseInt(written) < 1
                    || Integer.parseInt(written) > LONGEST_TIMEOUT) {
                throw new IllegalArgumentException(PanelLabels.get("request.wrongTimeout"));
            }
        });
    }

    static Optional<String> codes(String text) {
        return problem(text, written -> requireAny(written, "request.noCodes"));
    }

    /** Of a list of elements, which may be {@code none}. */
    static Optional<String> elements(String text) {
        return problem(text, written -> {
            requireAny(written, "request.noElements");
            if (!written.equals(NONE)) {
                Arrays.stream(StringUtils.split(written, SEPARATORS)).forEach(ElementPath::parse);
            }
        });
    }

    /** Of a list of elements and their variables. */
    static Optional<String> variables(String text) {
        return problem(text, ResponseVariables::parse);
    }

    /** Of the lines that say what elements of the answer must be; their expressions are not evaluated. */
    static Optional<String> verified(String text) {
        return VerifiedSeals.problems(text, JMeterExpressions.INSTANCE).stream()
                .findFirst()
                .map(TemplateProblem::sentence);
    }

    private static void requireAny(String written, String sentenceKey) {
        if (StringUtils.split(written, SEPARATORS).length == 0) {
            throw new IllegalArgumentException(PanelLabels.get(sentenceKey));
        }
    }

    private static Optional<String> problem(String text, Consumer<String> reading) {
        if (text.contains(REFERENCE)) {
            return Optional.empty();
        }
        try {
            reading.accept(text.strip());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }
}
