package io.github.isostress.jmeter.setting;

import io.github.isostress.jmeter.RunCache;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.LinePlace;
import java.util.List;

/**
 * JMeter's expressions in the lines of several texts. What a function keeps, such as a counter, belongs to the place
 * where it is written: all templates that inherit a line share the line's expression.
 *
 * @param run whose templates share it
 * @param places where the texts stand in the plan, see {@link JMeterExpressions#place}
 */
public record InheritedExpressions(RunContext run, List<Object> places) implements Expression.Compiler {
    /** Keyed by place, line number and value. */
    private static final RunCache<List<Object>, Expression> OF_RUN =
            new RunCache<>(10_000, key -> JMeterExpressions.INSTANCE.compile((String) key.get(2)));

    @Override
    public Expression compile(String text) {
        return JMeterExpressions.INSTANCE.compile(text);
    }

    @Override
    public Expression compile(LinePlace place, String text) {
        return place.isOwn() ? compile(text) : OF_RUN.get(run, List.of(places.get(place.source()), place.line(), text));
    }
}
