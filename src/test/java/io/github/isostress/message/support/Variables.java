package io.github.isostress.message.support;

import io.github.isostress.message.value.Expression;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles values as JMeter does: {@code ${NAME}} is replaced each time, and left as it stands if NAME is unknown. */
public final class Variables implements Expression.Compiler {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

    private final Map<String, Supplier<String>> values = new TreeMap<>();

    public Variables with(String name, String value) {
        return with(name, () -> value);
    }

    public Variables with(String name, Supplier<String> value) {
        values.put(name, value);
        return this;
    }

    @Override
    public Expression compile(String text) {
        return text.contains("${") ? new Evaluated(text) : Expression.constant(text);
    }

    private final class Evaluated implements Expression {
        private final String text;

        Evaluated(String text) {
            this.text = text;
        }

        @Override
        public boolean isConstant() {
            return false;
        }

        @Override
        public String evaluate() {
            return REFERENCE.matcher(text).replaceAll(reference -> {
                Supplier<String> value = values.get(reference.group(1));
                return Matcher.quoteReplacement(value == null ? reference.group() : value.get());
            });
        }
    }
}
