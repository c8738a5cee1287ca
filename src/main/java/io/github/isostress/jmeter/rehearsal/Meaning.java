package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.PropertyReader;
import io.github.isostress.message.masking.ShownText;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/**
 * What some settings mean, or why they cannot be used. Immutable.
 *
 * @param words a few sentences
 * @param isRefusal whether they say what is wrong
 */
public record Meaning(String words, boolean isRefusal) {
    private static final String REFERENCE = "${";

    /**
     * Reads settings with the plan's variables. What an expression gives may be known in a test run alone, so a value of
     * one is never refused.
     *
     * @param settings all that the words are made of
     * @param words throws an IllegalArgumentException if the settings cannot be used
     */
    static Meaning of(
            Iso8583Connection connection,
            Map<String, String> variables,
            List<StringPropertyDescriptor<?>> settings,
            Function<PropertyReader, String> words) {
        boolean hasExpressions = settings.stream()
                .anyMatch(setting -> connection.getString(setting).contains(REFERENCE));
        try {
            Iso8583Connection known = hasExpressions
                    ? PlanVariables.evaluated(connection, variables, settings.toArray(StringPropertyDescriptor[]::new))
                    : connection;
            return new Meaning(words.apply(new PropertyReader(known)), false);
        } catch (IllegalArgumentException e) {
            return hasExpressions
                    ? new Meaning(
                            "Only a test run knows: some of these fields hold variables or functions that have no value yet.",
                            false)
                    : new Meaning(ShownText.of(e.getMessage()), true);
        }
    }
}
