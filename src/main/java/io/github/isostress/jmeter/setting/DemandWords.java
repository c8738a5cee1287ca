package io.github.isostress.jmeter.setting;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.commons.lang3.StringUtils;

/** Reads what a rule demands: one of these words, and what stands behind it. Stateless. */
final class DemandWords {
    /** All words, for a sentence. */
    static final String ALL = "equals, in, matches, present, absent";
    /** Any of the words, as a regular expression. */
    static final String PATTERN = ALL.replace(", ", "|");

    private static final int SHOWN = 6;

    private DemandWords() {}

    /**
     * Reads a demand.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    static ValueDemand demand(String word, String operand) {
        return switch (word) {
            case "equals" -> new ValueDemand.EqualTo(unquoted(needed(word, operand)));
            case "in" -> new ValueDemand.OneOf(PropertyReader.words(needed(word, StringUtils.strip(operand, ", "))));
            case "matches" -> new ValueDemand.Matching(pattern(needed(word, operand)));
            case "present", "absent" -> presence(word, operand);
            default -> throw new IllegalArgumentException("'" + beginning(word) + "' is none of " + ALL);
        };
    }

    private static ValueDemand presence(String word, String operand) {
        if (!operand.isEmpty()) {
            throw new IllegalArgumentException("behind " + word + " there must be nothing");
        }
        return new ValueDemand.Present(word.equals("present"));
    }

    private static String needed(String word, String operand) {
        if (operand.isEmpty()) {
            throw new IllegalArgumentException("behind " + word + " there must be what to compare with");
        }
        return operand;
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "what stands behind matches is no regular expression: " + e.getDescription(), e);
        }
    }

    /** The first characters only: a user may have put a card number there. */
    private static String beginning(String text) {
        return StringUtils.abbreviate(text, "...", SHOWN + 3);
    }
}
