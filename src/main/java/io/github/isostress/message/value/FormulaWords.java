package io.github.isostress.message.value;

/**
 * The words of a formula, one after the other, also of one that is still being typed. Blanks separate them, but for
 * those in quotes and in a variable or function of JMeter. For one thread at a time.
 */
public final class FormulaWords {
    private static final char QUOTE = '"';
    private static final String REFERENCE = "${";

    private final String text;
    private int start;
    private int at;
    private int depth;
    private boolean quoted;

    /** Stands before the first word. */
    public FormulaWords(String text) {
        this.text = text;
    }

    /** The next word; empty behind the last. */
    public String next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        start = at;
        while (at < text.length() && (depth > 0 || quoted || !Character.isWhitespace(text.charAt(at)))) {
            pass(text.charAt(at));
            at++;
        }
        return text.substring(start, at);
    }

    private void pass(char character) {
        if (depth == 0 && character == QUOTE) {
            quoted = !quoted;
        } else if (text.startsWith(REFERENCE, at)) {
            depth++;
        } else if (depth > 0 && character == '}') {
            depth--;
        } else if (depth > 0 && character == '{' && text.charAt(at - 1) != '$') {
            depth++;
        }
    }

    /** Where the word begins that was given last, in characters from 0. */
    public int start() {
        return start;
    }

    /** Whether that word, the last then, has a quotation mark that no other closes. */
    public boolean isQuoteOpen() {
        return quoted;
    }
}
