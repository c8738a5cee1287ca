package io.github.isostress.host.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one side of a rule, read from left to right. Every refusal is a {@link RuleRefusal}. Used by one thread.
 */
final class RuleWords {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|min)?");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,12})(?:-(\\d{1,12}))?");
    private static final Pattern CARD_NUMBER = Pattern.compile("(\\d{6})\\d{7,}");
    private static final Map<String, TimeUnit> UNITS =
            Map.of("ms", TimeUnit.MILLISECONDS, "s", TimeUnit.SECONDS, "min", TimeUnit.MINUTES);

    private final int line;
    private final List<String> words;
    private int at;

    RuleWords(int line, List<String> words) {
        this.line = line;
        this.words = words;
    }

    int line() {
        return line;
    }

    boolean isAtEnd() {
        return at == words.size();
    }

    /** Consumes these words if they come next, in upper or lower case; tells whether they did. */
    boolean take(String phrase) {
        String[] wanted = phrase.split(" ");
        if (at + wanted.length > words.size()) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!words.get(at + i).equalsIgnoreCase(wanted[i])) {
                return false;
            }
        }
        at += wanted.length;
        return true;
    }

    /** The next word, not consumed; empty at the end. */
    String peek() {
        return isAtEnd() ? "" : words.get(at);
    }

    /**
     * Consumes the next word.
     *
     * @param what what it should be, for a refusal
     */
    String next(String what) {
        if (isAtEnd()) {
            throw refusal(at == 0 ? what + " is missing" : what + " is missing after '" + words.get(at - 1) + "'");
        }
        return words.get(at++);
    }

    /** Reads words separated by commas. */
    List<String> list(String what) {
        List<String> all = new ArrayList<>(List.of(next(what)));
        while (take(",")) {
            all.add(next(what));
        }
        return all;
    }

    /** Reads a whole number within these bounds. */
    long number(String what, long least, long most) {
        String word = next(what);
        if (!word.matches("\\d{1,12}") || Long.parseLong(word) < least || Long.parseLong(word) > most) {
            throw refusal("'" + word + "' is no " + what + ", which is a whole number from " + least + " to " + most);
        }
        return Long.parseLong(word);
    }

    /** Reads two whole numbers such as {@code 50-200}, or one for both. */
    long[] range(String what, long most) {
        String word = next(what);
        Matcher match = RANGE.matcher(word);
        if (match.matches()) {
            long first = Long.parseLong(match.group(1));
            long second = match.group(2) == null ? first : Long.parseLong(match.group(2));
            if (first <= second && second <= most) {
                return new long[] {first, second};
            }
        }
        throw refusal("'" + word + "' is no " + what
                + ", which is written as 50 or 50-200, the smaller number first, up to " + most);
    }

    /** Reads a number with or without decimals within these bounds. */
    double decimal(String what, double least, double most) {
        String word = next(what);
        if (!DECIMAL.matcher(word).matches() || Double.parseDouble(word) < least || Double.parseDouble(word) > most) {
            throw refusal(
                    "'" + word + "' is no " + what + ", which is a number from " + plain(least) + " to " + plain(most));
        }
        return Double.parseDouble(word);
    }

    /** Reads a share: above 0 % and up to 100 %. */
    double percent(String what) {
        String word = next(what);
        String digits = word.endsWith("%") ? word.substring(0, word.length() - 1) : "";
        if (!digits.isEmpty() && DECIMAL.matcher(digits).matches()) {
            double percent = Double.parseDouble(digits);
            if (percent > 0 && percent <= 100) {
                return percent;
            }
        }
        throw refusal("'" + word + "' is no " + what + ", which is written as 2% or 0.1%, above 0% and up to 100%");
    }

    /** Whether a number with a unit of time comes next. */
    boolean isTime() {
        Matcher match = DURATION.matcher(lower(at));
        return match.matches() && (match.group(2) != null || UNITS.containsKey(lower(at + 1)));
    }

    /** Reads a time such as {@code 20} (in ms), {@code 20 ms}, {@code 5s} or {@code 2 min}, and gives nanoseconds. */
    long time(String what, long leastMillis, long mostMillis) {
        Matcher match = DURATION.matcher(lower(at));
        String word = next(what);
        OptionalLong millis = match.matches() ? OptionalLong.of(millis(match)) : OptionalLong.empty();
        if (millis.isEmpty() || millis.getAsLong() < leastMillis || millis.getAsLong() > mostMillis) {
            throw refusal("'" + word + "' is no " + what + ", which is written as 20 (in ms), 5 s or 2 min, from "
                    + leastMillis + " to " + mostMillis + " ms");
        }
        return TimeUnit.MILLISECONDS.toNanos(millis.getAsLong());
    }

    private long millis(Matcher match) {
        String unit = match.group(2);
        if (unit == null && UNITS.containsKey(lower(at))) {
            unit = lower(at++);
        }
        return UNITS.get(unit == null ? "ms" : unit).toMillis(Long.parseLong(match.group(1)));
    }

    private String lower(int index) {
        return index < words.size() ? words.get(index).toLowerCase(Locale.ROOT) : "";
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    /** A refusal of this line; shows only the beginning of what may be a card number. */
    IllegalArgumentException refusal(String reason) {
        return new RuleRefusal(line, CARD_NUMBER.matcher(reason).replaceAll("$1..."));
    }
}
