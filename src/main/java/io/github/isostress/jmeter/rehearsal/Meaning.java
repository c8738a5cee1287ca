package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.PropertyReader;
import io.github.isostress.message.masking.ShownText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/**
 * What some settings mean, or why they cannot be used. Immutable.
 *
 * @param words a few sentences
 * @param isRefusal whether they say what is wrong
 */
public record Meaning(String words, boolean isRefusal) {
    private static final String REFERENCE = "${";
    private static final String ONLY_IN_RUN = "Only a test run knows. Now ";

    /**
     * Reads settings with the plan's variables. What an expression gives may be known in a test run alone, so a setting
     * that holds one is never refused.
     *
     * @param settings all that the words are made of
     * @param words reads each setting and throws an IllegalArgumentException if one cannot be used, before it reads the
     *     next
     */
    static Meaning of(
            Iso8583Connection connection,
            Map<String, String> variables,
            List<StringPropertyDescriptor<?>> settings,
            Function<PropertyReader, String> words) {
        StringPropertyDescriptor<?>[] expressions = settings.stream()
                .filter(setting -> holdsExpression(connection, setting))
                .toArray(StringPropertyDescriptor[]::new);
        AtomicReference<PropertyDescriptor<?, ?>> last =
                new AtomicReference<>(expressions.length == 0 ? settings.get(0) : expressions[0]);
        try {
            Iso8583Connection known =
                    expressions.length == 0 ? connection : PlanVariables.evaluated(connection, variables, expressions);
            return new Meaning(
                    words.apply(new PropertyReader(
                            setting -> {
                                last.set(setting);
                                return known.getString(setting);
                            },
                            connection::getString)),
                    false);
        } catch (IllegalArgumentException e) {
            return holdsExpression(connection, last.get())
                    ? new Meaning(ONLY_IN_RUN + ShownText.of(e.getMessage()) + ".", false)
                    : new Meaning(ShownText.of(e.getMessage()), true);
        }
    }

    private static boolean holdsExpression(Iso8583Connection connection, PropertyDescriptor<?, ?> setting) {
        return connection.getString(setting).contains(REFERENCE);
    }
}
