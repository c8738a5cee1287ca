package io.github.isostress.message.template;

/**
 * A value of a message that a formula has given. Printed, it shows its line's path alone.
 *
 * @param line with the formula
 * @param value as the line would give it; may be a secret
 * @param explained what it was computed from, masked, for people; may be empty
 */
public record ComputedValue(TemplateLine line, String value, String explained) {
    @Override
    public String toString() {
        return line.path().toString();
    }
}
