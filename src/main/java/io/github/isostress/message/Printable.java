package io.github.isostress.message;

import java.util.HexFormat;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOUtil;

/**
 * Makes text from the wire harmless: a control character would break an XML JTL, markup would run in JMeter's
 * dashboard, a formula in a spreadsheet that opens a CSV JTL. Stateless and thread-safe.
 */
public final class Printable {
    private static final String FORMULA_SIGNS = "=+-@";

    private Printable() {}

    /** The text itself if all of it is printable ASCII without a {@code <}, else its bytes in hex digits. */
    public static String orHex(String text) {
        return StringUtils.isAsciiPrintable(text) && text.indexOf('<') < 0 ? text : hex(text);
    }

    /** Whether a text has no control character, no {@code <}, and none of {@code = + - @} for its first character. */
    public static boolean isHarmlessInColumn(String text) {
        if (!text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '<' || Character.isISOControl(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The bytes of the text in hex digits. */
    public static String hex(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(ISOUtil.CHARSET));
    }

    /** A packager's name for an element as one line: control characters become blanks. */
    public static String oneLine(String name) {
        String line = name.strip();
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                return line.replaceAll("\\p{Cc}+", " ").strip();
            }
        }
        return line;
    }
}
