package io.github.isostress.draft;

import io.github.isostress.message.template.QuotedValue;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * One line of a template's text, right or wrong, split into pieces that joined again are the line.
 *
 * @param indent the blanks before the path
 * @param path the path or {@code hex} as written; empty for blank lines and comments
 * @param separator what stands between path and value
 * @param written the value with its quotes, or the whole of a blank line or comment
 * @param rest the blanks after the value
 * @param lineBreak as in the text; empty at the text's end
 */
record DraftLine(String indent, String path, String separator, String written, String rest, String lineBreak) {
    // Like the template's own patterns, which refuse where this must go on.
    private static final Pattern HEX_LINE = Pattern.compile("((?i:hex))(?:([\\s=]+)(.*))?");
    private static final Pattern ELEMENT_LINE = Pattern.compile("([^\\s=]+)(=\\s*|\\s+=\\s+|\\s+|$)(.*)");
    private static final Pattern FORMULA_LINE = Pattern.compile("([^\\s=:]+)(:=\\s*)(.*)");
    private static final Pattern HEX_WORD = Pattern.compile("(?i:hex)");
    private static final Pattern BLANKS = Pattern.compile("\\s*");
    private static final Pattern NO_PATH = Pattern.compile("[\\s=:\\x85\\p{Z}]|^#|^$");
    /** A number and a value with blanks after it, copied from a spreadsheet. */
    private static final Pattern CELLS = Pattern.compile("^([^\\s=#]+)\t([^\t\"]*[^\t\" ] +)$");

    private static final String LINE_BREAK = "\\R";
    private static final DraftLine EXAMPLE = of("11  000001", "");

    /** Splits a line. */
    static DraftLine of(String content, String lineBreak) {
        String line = content.strip();
        int begin = content.indexOf(line);
        String indent = content.substring(0, begin);
        String rest = content.substring(begin + line.length());
        Matcher match = matching(line);
        if (match == null) {
            return new DraftLine(indent, "", "", line, rest, lineBreak);
        }
        String separator = StringUtils.defaultString(match.group(2));
        String written = StringUtils.defaultString(match.group(3));
        return written.isEmpty() && BLANKS.matcher(rest).matches()
                ? new DraftLine(indent, match.group(1), separator + rest, "", "", lineBreak)
                : new DraftLine(indent, match.group(1), separator, written, rest, lineBreak);
    }

    /** Path, separator and value of a line; null for a comment and what a template could not read. */
    private static Matcher matching(String line) {
        return line.startsWith("#")
                ? null
                : Stream.of(HEX_LINE, FORMULA_LINE, ELEMENT_LINE)
                        .map(pattern -> pattern.matcher(line))
                        .filter(Matcher::matches)
                        .findFirst()
                        .orElse(null);
    }

    /** A line for a value, laid out like {@code neighbour}, or by default if there is none. */
    static DraftLine of(String path, String value, DraftLine neighbour) {
        checkPath(path);
        DraftLine like = neighbour == null ? EXAMPLE : neighbour;
        return new DraftLine(like.indent, path, like.separatorFor(path), "", "", "").withValue(value);
    }

    /** Aligns values that blanks separate. */
    private String separatorFor(String other) {
        String between = separatorOfText();
        return StringUtils.containsOnly(between, ' ')
                ? " ".repeat(Math.max(1, path.length() + between.length() - other.length()))
                : between;
    }

    /** What separates a text in this line; as wide as what separates its formula. */
    private String separatorOfText() {
        return isFormula() ? separator.replace(CellText.FORMULA, "  ") : separator;
    }

    /** What separates a formula in this line; as wide as the blanks that separate its text, if there is room. */
    private String separatorOfFormula() {
        if (isFormula()) {
            return separator;
        }
        return StringUtils.containsOnly(separator, ' ') && separator.length() > CellText.FORMULA.length()
                ? CellText.FORMULA + separator.substring(CellText.FORMULA.length())
                : CellText.FORMULA + " ";
    }

    /** Lines copied from another template, or from a spreadsheet, where outer blanks belong to the value. */
    static List<DraftLine> pasted(String text) {
        return Arrays.stream(StringUtils.stripEnd(text, "\r\n").split(LINE_BREAK))
                .map(line -> of(CELLS.matcher(line).replaceFirst("$1\t\"$2\""), ""))
                .toList();
    }

    /**
     * @throws IllegalArgumentException if the text could not be read as a path again
     */
    static void checkPath(String path) {
        if (NO_PATH.matcher(path).find()) {
            throw new IllegalArgumentException("a data element is a number such as 11, 48.1 or 55.9F02");
        }
    }

    /** Whether the line is neither blank nor a comment. */
    boolean isRow() {
        return !path.isEmpty() || !written.isEmpty() && !written.startsWith("#");
    }

    boolean isHex() {
        return !isFormula() && HEX_WORD.matcher(path).matches();
    }

    boolean isEmpty() {
        return content().isEmpty();
    }

    String content() {
        return indent + path + separator + written + rest;
    }

    /** The value as {@link CellText} without its own quotes; two quotes if the element is present and empty. */
    String value() {
        if (isFormula()) {
            return CellText.ofFormula(written);
        }
        return isElement() && !QuotedValue.isNothing(written) ? CellText.ofText(QuotedValue.read(written)) : written;
    }

    private boolean isFormula() {
        return separator.startsWith(CellText.FORMULA);
    }

    private boolean isElement() {
        return !isHex() && !path.isEmpty();
    }

    DraftLine withLineBreak(String other) {
        return new DraftLine(indent, path, separator, written, rest, other);
    }

    DraftLine withPath(String other) {
        checkPath(other);
        return of(indent + other + separator + written + rest, lineBreak);
    }

    /** The line with another value; quotes stay, and are added if the value could not be read again without them. */
    DraftLine withValue(String cell) {
        String meant = cell.replaceAll(LINE_BREAK, " ");
        if (isHex()) {
            return joined(StringUtils.stripStart(meant.strip(), "= "));
        }
        if (!isElement()) {
            return joined(meant);
        }
        if (value().equals(meant)) {
            return this;
        }
        return CellText.isFormula(meant) ? withFormula(CellText.formula(meant)) : withText(CellText.text(meant));
    }

    private DraftLine withFormula(String formula) {
        return of(indent + path + separatorOfFormula() + formula + rest, lineBreak);
    }

    private DraftLine withText(String meant) {
        if (isFormula()) {
            return new DraftLine(indent, path, separatorOfText(), "", rest, lineBreak).withText(meant);
        }
        if (QuotedValue.isNothing(meant)) {
            return joined(meant);
        }
        if (QuotedValue.isQuoted(written) && !meant.isEmpty() && !QuotedValue.isNothing(written)) {
            return joined(QuotedValue.quote(meant));
        }
        DraftLine plain = joined(meant);
        boolean asItIs = meant.isEmpty() || QuotedValue.needsNone(meant);
        return asItIs && plain.value().equals(meant) ? plain : joined(QuotedValue.quote(meant));
    }

    private DraftLine joined(String other) {
        String between = separator.isEmpty() && !path.isEmpty() && !other.isEmpty() ? " " : separator;
        // After blanks, an equals sign without a value would be read as the value.
        between = other.isEmpty() ? between.replace("=", "") : between;
        return of(indent + path + between + other + rest, lineBreak);
    }
}
