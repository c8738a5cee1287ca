package io.github.isostress.message.masking;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks sentences for results, logs and the screen. Every sentence that may quote a user or a host passes here on its
 * way out. Stateless and thread-safe.
 */
public final class ShownText {
    /** PCI DSS 4.0.1, 3.4.1: the first six digits of a card number may be shown; a secret in hex digits has more. */
    private static final Pattern LONG_NUMBER = Pattern.compile("(?=[A-Fa-f]*[0-9])[0-9A-Fa-f]{7,}");

    /** The shortest secrets are the three digits of a card verification value. */
    private static final Pattern WORD_WITH_DIGITS = Pattern.compile("(?=[A-Za-z]*[0-9])[0-9A-Za-z]{3,}");

    private ShownText() {}

    /** Masks card numbers and tracks in a sentence that the plugin has written. */
    public static String of(String sentence) {
        return sentence.isEmpty() ? sentence : Masking.SEARCHED.mask(sentence);
    }

    /** Masks a stack trace with its causes, whose messages may quote anything. */
    public static String ofTrace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        StringBuilder shown = new StringBuilder(trace.getBuffer().length());
        trace.toString()
                .lines()
                .forEach(line -> shown.append(line.startsWith("\tat ") ? line : ofOthers(line))
                        .append('\n'));
        return shown.toString();
    }

    /**
     * Masks a text of other software, which may quote any value: hides long numbers, also in hex digits.
     */
    public static String ofOthers(String text) {
        return hide(text, LONG_NUMBER, 0);
    }

    /**
     * Masks a text of other software that may quote a secret: hides each word of three characters or more with a digit
     * in it.
     */
    public static String ofOthersAboutASecret(String text) {
        return hide(ofOthers(text), WORD_WITH_DIGITS, 0);
    }

    /** Masks a reference to a variable, or to a function with its arguments, as {@link #ofOthersAboutASecret} does. */
    public static String ofReferenceToASecret(String reference) {
        int arguments = reference.indexOf('(');
        return hide(ofOthers(reference), WORD_WITH_DIGITS, arguments < 0 ? reference.length() : arguments);
    }

    private static String hide(String text, Pattern pattern, int start) {
        BitSet hidden = CardNumbers.in(text);
        Matcher found = pattern.matcher(text);
        for (int at = start; found.find(at); at = found.end()) {
            hidden.set(found.start(), found.end());
        }
        return Masking.hide(text, hidden);
    }
}
