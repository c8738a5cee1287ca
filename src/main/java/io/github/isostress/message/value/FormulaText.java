package io.github.isostress.message.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A formula as it is written: its name, then settings such as {@code key=ZPK} with blanks between them. A value that
 * holds blanks stands in double quotes, in which a quote is written twice; a variable or function of JMeter is one
 * piece, whatever it holds. Printed, it shows its name alone, as a value may be a PIN or a key.
 *
 * @param name such as {@code mac}
 * @param settings in the order of the text
 */
public record FormulaText(String name, Map<String, String> settings) {
    private static final char QUOTE = '"';

    /** Copies the settings. */
    public FormulaText {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * Takes a formula apart.
     *
     * @throws IllegalArgumentException with the rule that the text breaks
     */
    public static FormulaText parse(String text) {
        Words words = new Words(text);
        String name = words.next();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("there is no formula behind :=");
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (String word = words.next(); !word.isEmpty(); word = words.next()) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("setting " + (settings.size() + 1) + " of " + name
                        + " has no equals sign: write it as name=value, without blanks around the sign");
            }
            String setting = word.substring(0, equals);
            if (settings.put(setting, unquoted(word.substring(equals + 1))) != null) {
                throw new IllegalArgumentException("setting " + setting + " of " + name + " is given a second time");
            }
        }
        return new FormulaText(name, settings);
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.charAt(0) == QUOTE
                ? value.substring(1, value.length() - 1).replace("\"\"", "\"")
                : value;
    }

    /** The words of a formula, one after the other. */
    private static final class Words {
        private final String text;
        private int at;

        Words(String text) {
            this.text = text;
        }

        /** Empty behind the last. */
        String next() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            int start = at;
            int depth = 0;
            boolean quoted = false;
            while (at < text.length() && (depth > 0 || quoted || !Character.isWhitespace(text.charAt(at)))) {
                char character = text.charAt(at);
                if (depth == 0 && character == QUOTE) {
                    quoted = !quoted;
                } else if (text.startsWith("${", at)) {
                    depth++;
                } else if (depth > 0 && (character == '}' || character == '{')) {
                    depth += character == '}' ? -1 : text.charAt(at - 1) == '$' ? 0 : 1;
                }
                at++;
            }
            if (quoted) {
                throw new IllegalArgumentException("a quotation mark has no other that closes it");
            }
            return text.substring(start, at);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
