package io.github.isostress.jmeter.setting;

import io.github.isostress.jmeter.LastExchange;
import io.github.isostress.message.ElementPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Demands on a message, one a line. On its elements: {@code 39 in 00 10}, {@code 38 matches [0-9]{6}}, {@code 41 equals
 * TERM0001}, {@code 37 present}, {@code 55.8A absent}. On its bytes: {@code bytes 4-5 status equals 0000}. Immutable.
 *
 * @param rules in the order of the lines
 */
public record MessageRules(List<MessageRule> rules) {
    public MessageRules {
        rules = List.copyOf(rules);
    }

    /**
     * Reads the lines. Skips blank ones and those that begin with #.
     *
     * @throws IllegalArgumentException with one clear sentence that names the line
     */
    public static MessageRules parse(String text) {
        List<MessageRule> rules = new ArrayList<>();
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
        return new MessageRules(rules);
    }

    private static MessageRule rule(String line) {
        String[] words = line.split("\\s+", 3);
        if (words[0].equals(ByteRuleLine.WORD)) {
            return ByteRuleLine.read(line.substring(ByteRuleLine.WORD.length()).strip());
        }
        ElementPath path = ElementPath.parse(words[0]);
        if (words.length == 1) {
            throw new IllegalArgumentException(
                    "behind the element there must be one of the words " + DemandWords.ALL + ", as in 39 in 00 10");
        }
        return new ElementRule(path, DemandWords.demand(words[1], words.length == 3 ? words[2] : ""));
    }

    /**
     * How a message breaks the rules, one sentence for each broken one; empty if it keeps all.
     *
     * @param exchange that has the message
     * @param choice which of its messages, in the words of {@link MessageChoice}
     */
    public Optional<String> violations(LastExchange exchange, String choice) {
        List<String> violations = rules.stream()
                .map(rule -> rule.violation(exchange, choice))
                .flatMap(Optional::stream)
                .toList();
        return violations.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", violations));
    }
}
