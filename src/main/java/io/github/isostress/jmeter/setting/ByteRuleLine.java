package io.github.isostress.jmeter.setting;

import io.github.isostress.message.ByteSpan;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a rule on bytes, such as {@code bytes 4-5 status in 0000 0017}. Stateless. */
final class ByteRuleLine {
    /** The word with which such a rule begins. */
    static final String WORD = "bytes";

    private static final String EXAMPLE = "as in bytes 4-5 status equals 0000";
    private static final Pattern DEMANDED =
            Pattern.compile("(?:(.*?)\\s+)?\\b(" + DemandWords.PATTERN + ")\\b\\s*(.*)");
    private static final Pattern HEX = Pattern.compile("([0-9A-Fa-f]{2})+");

    private ByteRuleLine() {}

    /**
     * Reads what stands behind the first word.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    static ByteRule read(String rest) {
        String[] words = rest.split("\\s+", 2);
        ByteSpan span = ByteSpan.parse(words[0]);
        Matcher demanded = DEMANDED.matcher(words.length == 2 ? words[1] : "");
        if (!demanded.matches()) {
            throw new IllegalArgumentException("behind the bytes, and what they mean, there must be one of the words "
                    + DemandWords.ALL + ", " + EXAMPLE);
        }
        String field = demanded.group(1) == null ? "" : demanded.group(1);
        return new ByteRule(span, field, inHex(span, DemandWords.demand(demanded.group(2), demanded.group(3))));
    }

    private static ValueDemand inHex(ByteSpan span, ValueDemand demand) {
        if (demand instanceof ValueDemand.EqualTo equal) {
            return new ValueDemand.EqualTo(hex(span, equal.expected()));
        }
        if (demand instanceof ValueDemand.OneOf one) {
            List<String> all =
                    one.expected().stream().map(text -> hex(span, text)).toList();
            return new ValueDemand.OneOf(all);
        }
        return demand;
    }

    /** Hex digits as they are compared. */
    private static String hex(ByteSpan span, String written) {
        String digits = written.replaceAll("\\s", "");
        if (!HEX.matcher(digits).matches()) {
            throw new IllegalArgumentException("bytes are compared with two hex digits for each, " + EXAMPLE);
        }
        int bytes = digits.length() / 2;
        if (span.length().filter(length -> length != bytes).isPresent()) {
            throw new IllegalArgumentException("bytes " + span + " are "
                    + span.length().get() + " in number and cannot be equal to " + bytes + ": each has two hex digits");
        }
        return digits.toUpperCase(Locale.ROOT);
    }
}
