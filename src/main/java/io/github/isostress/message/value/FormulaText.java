package io.github.isostress.message.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

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

    /** What may be shown of a wrong text: digits may be those of a PIN, a card or a key. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z-]{0,19}\\d?");

    private static final String HIDDEN = "***";

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
        FormulaWords words = new FormulaWords(text);
        String name = words.next();
        requireClosed(words);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("there is no formula behind :=");
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (String word = words.next(); !word.isEmpty(); word = words.next()) {
            requireClosed(words);
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("setting " + (settings.size() + 1) + " of " + shown(name)
                        + " has no equals sign: write it as name=value, without blanks around the sign");
            }
            String setting = word.substring(0, equals);
            if (settings.put(setting, unquoted(word.substring(equals + 1))) != null) {
                throw new IllegalArgumentException(
                        "setting " + shown(setting) + " of " + shown(name) + " is given a second time");
            }
        }
        return new FormulaText(name, settings);
    }

    /** A word of a wrong text, as a sentence may have it: hidden if it may be a secret that stands in a wrong place. */
    public static String shown(String word) {
        return WORD.matcher(word).matches() ? word : HIDDEN;
    }

    private static void requireClosed(FormulaWords words) {
        if (words.isQuoteOpen()) {
            throw new IllegalArgumentException("a quotation mark has no other that closes it");
        }
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.charAt(0) == QUOTE
                ? value.substring(1, value.length() - 1).replace("\"\"", "\"")
                : value;
    }

    @Override
    public String toString() {
        return shown(name);
    }
}
