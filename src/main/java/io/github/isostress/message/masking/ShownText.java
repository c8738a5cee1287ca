package io.github.isostress.message.masking;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences as they may stand in results, logs and on the screen. Every sentence that may quote what a user or a host
 * has written passes here on its way out. Stateless and thread-safe.
 */
public final class ShownText {
    /** PCI DSS 4.0.1, 3.4.1: the first six digits of a card number may be shown; a secret in hex digits has more. */
    private static final Pattern LONG_NUMBER = Pattern.compile("(?=[A-Fa-f]*[0-9])[0-9A-Fa-f]{7,}");

    /** The shortest secrets are the three digits of a card verification value. */
    private static final Pattern WORD_WITH_DIGITS = Pattern.compile("(?=[A-Za-z]*[0-9])[0-9A-Za-z]{3,}");

    private ShownText() {}

    /** A sentence of our own, in which whatever passes for a card number or a track is hidden. */
    public static String of(String sentence) {
        return sentence.isEmpty() ? sentence : Masking.SEARCHED.mask(sentence);
    }

    /** What a failure was and where, for a log: a stack trace with causes, in which the messages may quote anything. */
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
     * What others have written and may quote a value of unknown meaning: long numbers, in hex digits, too, are hidden.
     */
    public static String ofOthers(String text) {
        return hide(text, LONG_NUMBER, 0);
    }

    /** The same where the value is a secret: whatever has a digit and is as long as one is hidden. */
    public static String ofOthersAboutASecret(String text) {
        return hide(ofOthers(text), WORD_WITH_DIGITS, 0);
    }

    /** A variable, or a function of whose arguments not more is shown than {@link #ofOthersAboutASecret} does. */
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
