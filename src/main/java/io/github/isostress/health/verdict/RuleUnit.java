package io.github.isostress.health.verdict;

import java.math.BigDecimal;
import java.math.MathContext;

/** In what a rule measures. Limits are written in it. */
public enum RuleUnit {
    /** A share, written as a percentage; 1 is 100 %. */
    SHARE(" %", 100),
    /** A time in microseconds, written in milliseconds. */
    TIME(" ms", 1e-3),
    /** A number of things. */
    COUNT("", 1);

    private static final MathContext DIGITS = new MathContext(6);

    private final String words;
    private final double shownPerUnit;

    RuleUnit(String words, double shownPerUnit) {
        this.words = words;
        this.shownPerUnit = shownPerUnit;
    }

    /** A value as it is written, as in {@code 1 %}. */
    public String written(double value) {
        return new BigDecimal(value * shownPerUnit, DIGITS).stripTrailingZeros().toPlainString() + words;
    }

    /**
     * Reads what {@link #written} wrote; the unit may be missing.
     *
     * @throws IllegalArgumentException if it is no number from 0, or has another unit
     */
    double read(String text) {
        String number = text.endsWith(words.strip())
                ? text.substring(0, text.length() - words.strip().length()).strip()
                : text;
        if (!number.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException("'" + text + "' is no limit");
        }
        return Double.parseDouble(number) / shownPerUnit;
    }
}
