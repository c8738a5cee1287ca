package io.github.isostress.jmeter.setting;

import io.github.isostress.jmeter.setting.ElementRule.Demand;
import io.github.isostress.jmeter.setting.ElementRule.EqualTo;
import io.github.isostress.jmeter.setting.ElementRule.Matching;
import io.github.isostress.jmeter.setting.ElementRule.OneOf;
import io.github.isostress.jmeter.setting.ElementRule.Present;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.commons.lang3.StringUtils;

/**
 * Demands on the elements of a message, one a line: {@code 39 in 00 10}, {@code 38 matches [0-9]{6}}, {@code 41 equals
 * TERM0001}, {@code 37 present}, {@code 55.8A absent}. Immutable.
 *
 * @param rules in the order of the lines
 */
public record ElementRules(List<ElementRule> rules) {
    private static final String WORDS = "equals, in, matches, present, absent";
    private static final int SHOWN = 6;

    public ElementRules {
        rules = List.copyOf(rules);
    }

    /**
     * Reads the lines. Skips blank ones and those that begin with #.
     *
     * @throws IllegalArgumentException with one clear sentence that names the line
     */
    public static ElementRules parse(String text) {
        List<ElementRule> rules = new ArrayList<>();
        List<String> lines = text.lines().map(String::strip).toList();
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).isEmpty() && !lines.get(at).startsWith("#")) {
                try {
                    rules.add(rule(lines.get(at)));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("line " + (at + 1) + ": " + e.getMessage(), e);
                }
            }
        }
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("there is no rule: write one a line, such as 39 in 00 10");
        }
        return new ElementRules(rules);
    }

    private static ElementRule rule(String line) {
        String[] words = line.split("\\s+", 3);
        ElementPath path = ElementPath.parse(words[0]);
        if (words.length == 1) {
            throw new IllegalArgumentException(
                    "behind the element there must be one of the words " + WORDS + ", as in 39 in 00 10");
        }
        return new ElementRule(path, demand(words[1], words.length == 3 ? words[2] : ""));
    }

    private static Demand demand(String word, String operand) {
        return switch (word) {
            case "equals" -> new EqualTo(unquoted(needed(word, operand)));
            case "in" -> new OneOf(PropertyReader.words(needed(word, StringUtils.strip(operand, ", "))));
            case "matches" -> new Matching(pattern(needed(word, operand)));
            case "present", "absent" -> presence(word, operand);
            default -> throw new IllegalArgumentException("'" + beginning(word) + "' is none of " + WORDS);
        };
    }

    private static Demand presence(String word, String operand) {
        if (!operand.isEmpty()) {
            throw new IllegalArgumentException("behind " + word + " there must be nothing");
        }
        return new Present(word.equals("present"));
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

    /** How the message breaks the rules, one sentence for each broken one; empty if it keeps all. */
    public Optional<String> violations(DecodedMessage message) {
        List<String> violations = rules.stream()
                .map(rule -> rule.violation(message))
                .flatMap(Optional::stream)
                .toList();
        return violations.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", violations));
    }
}
