package io.github.isostress.jmeter.editor;

import io.github.isostress.jmeter.element.AnswerMti;
import io.github.isostress.jmeter.function.FunctionForm;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.jmeter.sample.RequestOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * Completes what JMeter evaluates, behind <code>${</code>: variables of the plan, functions, then what samples leave
 * in variables. Stateless.
 */
final class ExpressionCompletion {
    private static final String START = "${";
    private static final String FUNCTION = START + "__";
    private static final String END = "}";
    private static final Pattern NAME = Pattern.compile("[\\w.-]*");
    private static final List<Suggestion> FUNCTIONS = Stream.concat(
                    FunctionForm.OURS.stream(), FunctionForm.OF_JMETER.stream())
            .map(function -> new Suggestion(written(function.form()), function.meaning()))
            .toList();

    private ExpressionCompletion() {}

    /**
     * What fits the name that is typed at the caret: those that begin so, functions with or without their underscores,
     * then those that hold it.
     *
     * @param line the line of the text, or the cell
     * @param caret its place in the line
     * @param variables names of variables, and where they come from
     * @return empty if the caret is not in a name behind a dollar sign and a brace
     */
    static Optional<Completion> at(String line, int caret, List<Suggestion> variables) {
        int start = line.lastIndexOf(START, caret - START.length());
        if (start < 0) {
            return Optional.empty();
        }
        String typed = line.substring(start + START.length(), caret);
        if (!NAME.matcher(typed).matches()) {
            return Optional.empty();
        }
        List<Suggestion> fitting = Stream.of(
                        variables.stream().map(ExpressionCompletion::written),
                        FUNCTIONS.stream(),
                        variablesOfSamples().map(ExpressionCompletion::written))
                .flatMap(Function.identity())
                .filter(suggestion -> StringUtils.containsIgnoreCase(suggestion.text(), typed))
                .sorted(Comparator.comparing(suggestion ->
                        !suggestion.beginsWith(START + typed) && !suggestion.beginsWith(FUNCTION + typed)))
                .toList();
        return Optional.of(new Completion(start, end(line, caret), fitting, false));
    }

    /** Those that each sample sets, with what each holds in JMeter's language. */
    private static Stream<Suggestion> variablesOfSamples() {
        return Stream.concat(Stream.of(RequestOutcome.VARIABLE, AnswerMti.VARIABLE), JtlColumns.ALL.stream())
                .map(name -> new Suggestion(name, EditorLabels.get("variable." + name)));
    }

    private static Suggestion written(Suggestion variable) {
        return new Suggestion(written(variable.text()), variable.summary());
    }

    private static String written(String name) {
        return START + name + END;
    }

    /** The rest of the name is replaced, too, with the brace that may follow it. */
    private static int end(String line, int caret) {
        int end = caret;
        while (end < line.length()
                && NAME.matcher(line.substring(caret, end + 1)).matches()) {
            end++;
        }
        return line.startsWith(END, end) ? end + END.length() : end;
    }
}
