package io.github.isostress.message.template;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.template.TemplateLine.Presence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * A template's text taken apart into lines. Each line is blank, a comment ({@code # ...}), {@code hex ...}, or an
 * element's path, a blank or {@code =}, and its value to the end of the line, see {@link QuotedValue}. Several hex
 * lines are one message.
 *
 * @param hex the hex lines in the order of the text, expressions included; they have no path
 * @param lines the element lines in the order of the text
 */
public record TemplateText(List<TemplateLine> hex, List<TemplateLine> lines) {

    /**
     * Takes a text apart.
     *
     * @param refusals takes what is wrong; the lines that it is wrong with are left out
     */
    public static TemplateText parse(String text, Refusals refusals) {
        Parser parser = new Parser();
        String[] raw = text.split("\\R", -1);
        for (int i = 0; i < raw.length; i++) {
            int number = i + 1;
            String line = raw[i].strip();
            refusals.attempt(() -> parser.line(number, line));
        }
        return parser.result();
    }

    private static final class Parser {
        private static final Pattern HEX_LINE = Pattern.compile("(?i:hex)(?:[\\s=]+(.*))?");
        /** An equals sign separates right behind the path, or with blanks on both sides; else it begins the value. */
        private static final Pattern ELEMENT_LINE = Pattern.compile("([^\\s=]+)(?:=\\s*|\\s+=\\s+|\\s+|$)(.*)");

        private static final Pattern HEX_BYTE = Pattern.compile("[0-9A-Fa-f]{1,2}");

        private static final int FEWEST_BYTES = 3;
        /** A captured message without blanks: more digits than any element's number has. */
        private static final Pattern HEX_RUN = Pattern.compile("[0-9A-Fa-f]{20,}");

        private final List<TemplateLine> lines = new ArrayList<>();
        private final Map<ElementPath, Integer> seen = new HashMap<>();
        private final List<TemplateLine> hex = new ArrayList<>();

        void line(int number, String line) {
            if (line.isEmpty() || line.startsWith("#")) {
                return;
            }
            Matcher hexMatch = HEX_LINE.matcher(line);
            if (hexMatch.matches()) {
                hex(number, StringUtils.defaultString(hexMatch.group(1)));
            } else {
                element(number, line);
            }
        }

        private void hex(int number, String digits) {
            if (!lines.isEmpty()) {
                throw refusal(number, "a hex line must come before the elements that replace parts of it");
            }
            hex.add(new TemplateLine(number, null, digits));
        }

        private void element(int number, String line) {
            if (!hex.isEmpty() && isBytes(line) || HEX_RUN.matcher(line).matches()) {
                throw refusal(number, "begin every line of a captured message with hex");
            }
            Matcher match = ELEMENT_LINE.matcher(line);
            if (!match.matches()) {
                throw refusal(number, "write an element, a blank and its value");
            }
            ElementPath path = path(number, match.group(1));
            Integer before = seen.putIfAbsent(path, number);
            if (before != null) {
                throw refusal(number, "element " + path + " is set a second time, first in line " + before);
            }
            String written = match.group(2);
            Presence presence = QuotedValue.isNothing(written) ? Presence.ALWAYS : Presence.UNLESS_EMPTY;
            lines.add(new TemplateLine(number, path, value(number, written), presence));
        }

        /** A captured message pasted over several lines; read as an element it would silently be another message. */
        private static boolean isBytes(String line) {
            String[] words = line.split("\\s+");
            return words.length >= FEWEST_BYTES
                    && Arrays.stream(words)
                            .allMatch(word -> HEX_BYTE.matcher(word).matches())
                    && Arrays.stream(words, 0, words.length - 1).allMatch(word -> word.length() == 2);
        }

        private static ElementPath path(int number, String text) {
            try {
                return ElementPath.parseInTemplate(text);
            } catch (IllegalArgumentException e) {
                throw LineRefusal.ofLine(number, e.getMessage(), e);
            }
        }

        private static String value(int number, String written) {
            if (written.equals("=")) {
                throw refusal(number, "write a value that is an equals sign alone as \"=\"");
            }
            if (QuotedValue.isAmbiguous(written)) {
                throw refusal(number, "the value is in quotes and has quotes of its own: write each of those twice");
            }
            return QuotedValue.read(written);
        }

        TemplateText result() {
            return new TemplateText(List.copyOf(hex), List.copyOf(lines));
        }

        private static LineRefusal refusal(int number, String rule) {
            return LineRefusal.ofLine(number, rule, null);
        }
    }
}
