package io.github.isostress.draft;

import io.github.isostress.words.Plural;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * An element that differs from request to request, and the JMeter function that gives it a new value of the same form
 * and length. The forms are those of ISO 8583:1987, table 2, and of the versions of 1993 and 2003.
 */
enum VaryingElement {
    AMOUNT(4) {
        @Override
        String function(String value) {
            String digits = StringUtils.stripStart(requireDigits(value), "0");
            if (digits.isEmpty()) {
                throw new IllegalArgumentException("zero");
            }
            String lowest = StringUtils.rightPad("1", digits.length(), '0');
            return StringUtils.removeEnd(value, digits) + "${__Random(" + lowest + "," + "9".repeat(digits.length())
                    + ")}";
        }
    },
    TRANSMISSION_TIME(7) {
        @Override
        String function(String value) {
            return time(value, Map.of(10, "MMddHHmmss"), pattern -> "${__isoUtc(" + pattern + ")}");
        }
    },
    STAN(11) {
        @Override
        String function(String value) {
            return behindZeros(requireDigits(value), "${__isoStan()}", 6);
        }
    },
    /** Since ISO 8583:1993 with the date. */
    LOCAL_TIME(12) {
        @Override
        String function(String value) {
            return time(
                    value, Map.of(6, "HHmmss", 12, "yyMMddHHmmss", 14, "yyyyMMddHHmmss"), VaryingElement::localTime);
        }
    },
    LOCAL_DATE(13) {
        @Override
        String function(String value) {
            return time(value, Map.of(4, "MMdd", 6, "yyMMdd", 8, "yyyyMMdd"), VaryingElement::localTime);
        }
    },
    RETRIEVAL_REFERENCE(37) {
        @Override
        String function(String value) {
            return behindZeros(value, "${__isoRrn()}", 12);
        }
    };

    private final int number;

    VaryingElement(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** How a template's line names it. */
    String path() {
        return String.valueOf(number);
    }

    /**
     * What gives new values in place of this one.
     *
     * @throws IllegalArgumentException with a few words that say why nothing does
     */
    abstract String function(String value);

    private static String requireDigits(String value) {
        if (!value.matches("[0-9]+")) {
            throw new IllegalArgumentException("not made of digits alone");
        }
        return value;
    }

    /** A longer value keeps the zeros in front, so that the length stays. */
    private static String behindZeros(String value, String function, int given) {
        int zeros = value.length() - given;
        if (zeros < 0 || !StringUtils.containsOnly(value.substring(0, zeros), '0')) {
            throw new IllegalArgumentException(
                    "has " + Plural.of(value.length(), "character") + ", and " + function + " gives " + given);
        }
        return "0".repeat(zeros) + function;
    }

    private static String time(String value, Map<Integer, String> patterns, UnaryOperator<String> function) {
        String pattern = patterns.get(value.length());
        if (pattern == null) {
            throw new IllegalArgumentException(
                    "has " + Plural.of(value.length(), "character") + ", which is no usual time or date");
        }
        try {
            TemporalAccessor parsed =
                    DateTimeFormatter.ofPattern(pattern, Locale.ROOT).parse(value);
            // A month and a day without a year are not checked by the parser.
            Stream.of(ChronoField.MONTH_OF_YEAR, ChronoField.DAY_OF_MONTH)
                    .filter(parsed::isSupported)
                    .forEach(field -> field.checkValidValue(parsed.getLong(field)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time or date of the form " + pattern, e);
        }
        return function.apply(pattern);
    }

    private static String localTime(String pattern) {
        return "${__time(" + pattern + ",)}";
    }
}
