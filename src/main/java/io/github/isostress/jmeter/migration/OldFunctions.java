package io.github.isostress.jmeter.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The old plugin's functions in any text of a plan. Stateless and thread-safe. */
final class OldFunctions {
    static final String PIN_BLOCK = "__calculatePINBlock";

    private static final Pattern WITHOUT_COUNTERPART = Pattern.compile(PIN_BLOCK + "|__encryptDESKey|__generateDESKey");

    private OldFunctions() {}

    /** The text with the names of ours, whose arguments are the same. */
    static String rewritten(String text) {
        return text.replace("${__calculateCVV(", "${__isoCvv(")
                .replace("${__calculateDESKeyCheckValue(", "${__isoKcv(3DES,");
    }

    /** The names of the functions in a text that have no counterpart. */
    static List<String> unknownIn(String text) {
        return WITHOUT_COUNTERPART
                .matcher(text)
                .results()
                .map(match -> match.group())
                .distinct()
                .toList();
    }

    /**
     * The arguments of a text that is one call of a function and nothing else; empty if it is not.
     *
     * @param name with its underscores
     */
    static Optional<List<String>> arguments(String text, String name) {
        String call = text.strip();
        Matcher whole =
                Pattern.compile("\\$\\{" + name + "\\((.*)\\)}", Pattern.DOTALL).matcher(call);
        return whole.matches() ? split(whole.group(1)) : Optional.empty();
    }

    /** Splits at commas outside braces and parentheses; empty if the brackets do not fit one another. */
    private static Optional<List<String>> split(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < list.length(); i++) {
            char character = list.charAt(i);
            if (character == '{' || character == '(') {
                depth++;
            } else if (character == '}' || character == ')') {
                depth--;
            } else if (character == ',' && depth == 0) {
                parts.add(list.substring(from, i).strip());
                from = i + 1;
            }
            if (depth < 0) {
                return Optional.empty();
            }
        }
        parts.add(list.substring(from).strip());
        return Optional.of(parts);
    }
}
