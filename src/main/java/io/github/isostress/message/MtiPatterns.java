package io.github.isostress.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Kinds of messages, by what their MTI may be. Immutable.
 *
 * @param patterns four characters each, digits or {@code x} for any digit; none fit every message
 */
public record MtiPatterns(List<String> patterns) {
    /** Every message, also one without an MTI. */
    public static final MtiPatterns ANY = new MtiPatterns(List.of());

    private static final char ANY_DIGIT = 'x';

    /** Copies the list. */
    public MtiPatterns {
        patterns = List.copyOf(patterns);
    }

    /**
     * Reads patterns.
     *
     * @param words such as {@code 0200} or {@code 04x0}
     * @throws IllegalArgumentException with one clear sentence if one of them is none
     */
    public static MtiPatterns parse(List<String> words) {
        List<String> patterns = new ArrayList<>();
        for (String word : words) {
            String pattern = word.toLowerCase(Locale.ROOT);
            if (!pattern.matches("[0-9x]{4}")) {
                throw new IllegalArgumentException(
                        "'" + word + "' is no message type: write four digits, with x for any digit, as 0200 or 04x0");
            }
            patterns.add(pattern);
        }
        return new MtiPatterns(patterns);
    }

    /** Whether a message of this MTI is meant. */
    public boolean fit(String mti) {
        if (patterns.isEmpty()) {
            return true;
        }
        for (String pattern : patterns) {
            if (fits(pattern, mti)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String pattern, String mti) {
        if (pattern.length() != mti.length()) {
            return false;
        }
        for (int i = 0; i < mti.length(); i++) {
            if (pattern.charAt(i) != ANY_DIGIT && pattern.charAt(i) != mti.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
