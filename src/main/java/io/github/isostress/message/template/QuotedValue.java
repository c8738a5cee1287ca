package io.github.isostress.message.template;

import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * How a value is written in a template's line: as it is, or in double quotes. These keep its outer blanks, and a quote
 * inside them is written twice. Quotes with nothing between them are an element that is present and empty. All other
 * quotes belong to the value. Stateless and thread-safe.
 */
public final class QuotedValue {
    private static final String QUOTE = "\"";
    private static final String TWO = "\"\"";
    private static final String FORMULA = ":=";
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*+\"");

    /** What a line takes for the sign between path and value. */
    private static final Pattern SEPARATOR = Pattern.compile("=(?:\\s|$)");

    private QuotedValue() {}

    /** Whether the quotes enclose all of it. */
    public static boolean isQuoted(String written) {
        return QUOTED.matcher(written).matches();
    }

    /** Whether it is two quotes with nothing between them: the element is present, and empty. */
    public static boolean isNothing(String written) {
        return written.equals(TWO);
    }

    /**
     * The value without its quotes.
     *
     * @param written what stands in the line, without outer blanks
     */
    public static String read(String written) {
        return isQuoted(written) ? written.substring(1, written.length() - 1).replace(TWO, QUOTE) : written;
    }

    /** Whether a value can stand in a line as it is, and is read as itself; people do not take it for a formula. */
    public static boolean needsNone(String value) {
        return !value.isEmpty()
                && !value.startsWith(FORMULA)
                && value.equals(value.strip())
                && !SEPARATOR.matcher(value).lookingAt()
                && !isQuoted(value)
                && !isAmbiguous(value);
    }

    /** The value in quotes, those inside it doubled. */
    public static String quote(String value) {
        return QUOTE + value.replace(QUOTE, TWO) + QUOTE;
    }

    /**
     * Whether it begins and ends with a quote, but the quotes inside are neither doubled nor in pairs. Version 0.1.0
     * dropped the outer quotes of such a value.
     */
    static boolean isAmbiguous(String written) {
        boolean enclosed = written.length() > 1 && written.startsWith(QUOTE) && written.endsWith(QUOTE);
        boolean inTwo = written.startsWith(TWO) && written.endsWith(TWO);
        return enclosed && !isQuoted(written) && (inTwo || StringUtils.countMatches(written, QUOTE) % 2 != 0);
    }
}
