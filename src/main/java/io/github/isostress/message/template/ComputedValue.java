package io.github.isostress.message.template;

import io.github.isostress.message.masking.Masking;

/**
 * A value of a message that a formula has given. Printed, it shows its line's path alone.
 *
 * @param line with the formula
 * @param value as the line would give it; may be a secret
 * @param masking what may be shown of the value
 * @param explained what it was computed from, masked, for people; may be empty
 */
public record ComputedValue(TemplateLine line, String value, Masking masking, String explained) {
    /** The value as far as it may be shown. */
    public String shown() {
        return masking.mask(value);
    }

    @Override
    public String toString() {
        return line.path().toString();
    }
}
