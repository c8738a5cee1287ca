package io.github.isostress.jmeter.setting;

import io.github.isostress.message.value.ExpressionFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.services.FileServer;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.BooleanPropertyDescriptor;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/**
 * Reads an element's properties as values. Each read evaluates the property's functions, so read a property once.
 * Throws an IllegalArgumentException that names the property and the rule it breaks.
 */
public final class PropertyReader {
    private static final String UNRESOLVED = "${";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^${}()]*}");

    private final Function<PropertyDescriptor<?, ?>, String> evaluation;
    private final Function<PropertyDescriptor<?, ?>, String> written;

    /** Reads that element. */
    public PropertyReader(TestElement element) {
        this(
                property -> JMeterExpressions.read(element, property),
                property -> JMeterExpressions.written(element, property));
    }

    /** Reads texts that are evaluated already; what gave them is not known. */
    public PropertyReader(Function<PropertyDescriptor<?, ?>, String> evaluation) {
        this(evaluation, property -> "");
    }

    /**
     * Reads texts that are evaluated already.
     *
     * @param written gives the texts as the plan has them, for the sentences that refuse them
     */
    public PropertyReader(
            Function<PropertyDescriptor<?, ?>, String> evaluation, Function<PropertyDescriptor<?, ?>, String> written) {
        this.evaluation = evaluation;
        this.written = written;
    }

    private String evaluated(PropertyDescriptor<?, ?> property) {
        try {
            return evaluation.apply(property);
        } catch (ExpressionFailure e) {
            throw new IllegalArgumentException(property.getShortName() + ": " + e.getMessage());
        }
    }

    /** The text, outer blanks removed. */
    public String text(StringPropertyDescriptor<?> property) {
        return secret(property).strip();
    }

    /**
     * What a text stands for; outer blanks are removed before it is parsed.
     *
     * @param parser refuses a text by an IllegalArgumentException; the sentence then names what gave the text, too
     */
    public <T> T parsed(StringPropertyDescriptor<?> property, Function<String, T> parser) {
        return parsed(property, text(property), parser);
    }

    /** As {@link #parsed(StringPropertyDescriptor, Function)}, of a text that was read already. */
    public <T> T parsed(StringPropertyDescriptor<?> property, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            Origin origin = origin(property);
            if (origin.isPlan()) {
                throw e;
            }
            throw new IllegalArgumentException(e.getMessage() + origin.after(text), e);
        }
    }

    /** What gives a property's text. */
    Origin origin(PropertyDescriptor<?, ?> property) {
        return Origin.of(written.apply(property));
    }

    /** The text as it is, outer blanks included: passwords, templates, rules. */
    public String secret(StringPropertyDescriptor<?> property) {
        String value = evaluated(property);
        requireResolved(property, value);
        return value;
    }

    private void requireResolved(PropertyDescriptor<?, ?> property, String value) {
        if (value.contains(UNRESOLVED)) {
            throw new IllegalArgumentException(
                    property.getShortName() + ": a variable or function in " + reference(value) + " has no value");
        }
    }

    /** The variable without a value. Shows nothing else of the text, which may be a password. */
    private static String reference(String value) {
        Matcher reference = VARIABLE.matcher(value);
        return reference.find() ? reference.group() : "it";
    }

    int number(StringPropertyDescriptor<?> property) {
        return whole(property, text(property));
    }

    private int whole(StringPropertyDescriptor<?> property, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw refusal(
                    property,
                    value,
                    value.isEmpty() ? "is empty, it needs a whole number" : "'" + value + "' is no whole number");
        }
    }

    /** A whole number within bounds, both included. */
    public int number(StringPropertyDescriptor<?> property, int least, int largest) {
        int value = number(property);
        if (value < least || value > largest) {
            throw refusal(property, String.valueOf(value), value + " is outside " + least + " to " + largest);
        }
        return value;
    }

    /** A whole number, or what is given if the text is blank. */
    int numberOr(StringPropertyDescriptor<?> property, int otherwise) {
        String value = text(property);
        return value.isEmpty() ? otherwise : whole(property, value);
    }

    /** A decimal number, or what is given if the text is blank. */
    double decimalOr(StringPropertyDescriptor<?> property, double otherwise) {
        String value = text(property);
        try {
            return value.isEmpty() ? otherwise : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw refusal(property, value, "'" + value + "' is no number");
        }
    }

    /** One of some words; blank is the first of them. */
    public String choice(StringPropertyDescriptor<?> property, String... words) {
        String value = text(property);
        if (value.isEmpty()) {
            return words[0];
        }
        if (!StringUtils.equalsAny(value, words)) {
            throw refusal(property, value, "'" + value + "' is none of " + String.join(", ", words));
        }
        return value;
    }

    /** True or false; blank is the property's default. */
    public boolean flag(BooleanPropertyDescriptor<?> property) {
        String value = evaluated(property).strip();
        requireResolved(property, value);
        if (value.isEmpty()) {
            return Boolean.TRUE.equals(property.getDefaultValue());
        }
        if (!StringUtils.equalsAnyIgnoreCase(value, "true", "false")) {
            throw refusal(property, value, "'" + value + "' is neither true nor false");
        }
        return Boolean.parseBoolean(value);
    }

    /** A file, relative to the plan's folder as in JMeter's own elements, or null if the property is blank. */
    public Path file(StringPropertyDescriptor<?> property) {
        String value = text(property);
        return value.isEmpty() ? null : resolve(value);
    }

    /** The path of a file name, relative to the plan's folder. */
    public static Path resolve(String name) {
        return FileServer.getFileServer().getResolvedFile(name).toPath().normalize();
    }

    /** The words between commas, blanks and line ends. */
    List<String> list(StringPropertyDescriptor<?> property) {
        return words(text(property));
    }

    /** The words between commas, blanks and line ends. */
    static List<String> words(String text) {
        return List.of(StringUtils.split(text, ", \t\r\n"));
    }

    /** Refuses a property's value. */
    IllegalArgumentException refusal(PropertyDescriptor<?, ?> property, String value, String rule) {
        return new IllegalArgumentException(
                property.getShortName() + ": " + rule + origin(property).after(value));
    }
}
