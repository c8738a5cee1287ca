package io.github.isostress.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * A template's text taken apart into lines. Each line is blank, a comment ({@code # ...}), {@code hex ...}, or an
 * element's path, a blank or {@code =}, and its value to the end of the line. Double quotes round a value keep its
 * outer blanks. Several hex lines are one message.
 *
 * @param hex the whole message in hex digits as written, expressions included, or null if there is none
 * @param hexLine the number of the first hex line, from 1
 * @param lines the element lines in the order of the text
 */
record TemplateText(String hex, int hexLine, List<TemplateLine> lines) {

    /**
     * Takes a text apart.
     *
     * @throws IllegalArgumentException naming the line and the rule it breaks
     */
    static TemplateText parse(String text) {
        Parser parser = new Parser();
        int number = 0;
        for (String raw : text.split("\\R", -1)) {
            parser.line(++number, raw.strip());
        }
        return parser.result();
    }

    /** Whether the message is given as one run of hex digits and nothing else. */
    boolean isRaw() {
        return hex != null && lines.isEmpty();
    }

    private static final class Parser {
        private static final Pattern HEX_LINE = Pattern.compile("(?i:hex)(?:[\\s=]+(.*))?");
        private static final Pattern ELEMENT_LINE = Pattern.compile("([^\\s=]+)(?:\\s*=\\s*|\\s+|$)(.*)");
        /** A captured message pasted over several lines; read as an element it would silently be another message. */
        private static final Pattern HEX_BYTES = Pattern.compile("(?:[0-9A-Fa-f]{2}\\s+){2,}[0-9A-Fa-f]{1,2}");
        /** The same without blanks: more digits than any element's number has. */
        private static final Pattern HEX_RUN = Pattern.compile("[0-9A-Fa-f]{20,}");

        private final List<TemplateLine> lines = new ArrayList<>();
        private final Map<ElementPath, Integer> seen = new HashMap<>();
        private StringBuilder hex;
        private int hexLine;

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
                throw new IllegalArgumentException(
                        "line " + number + ": a hex line must come before the elements that replace parts of it");
            }
            if (hex == null) {
                hex = new StringBuilder();
                hexLine = number;
            }
            hex.append(digits);
        }

        private void element(int number, String line) {
            if (hex != null && HEX_BYTES.matcher(line).matches()
                    || HEX_RUN.matcher(line).matches()) {
                throw new IllegalArgumentException(
                        "line " + number + ": begin every line of a captured message with hex");
            }
            Matcher match = ELEMENT_LINE.matcher(line);
            if (!match.matches()) {
                throw new IllegalArgumentException("line " + number + ": write an element, a blank and its value");
            }
            ElementPath path = path(number, match.group(1));
            Integer before = seen.putIfAbsent(path, number);
            if (before != null) {
                throw new IllegalArgumentException(
                        "line " + number + ": element " + path + " is set a second time, first in line " + before);
            }
            lines.add(new TemplateLine(number, path, unquote(match.group(2))));
        }

        private static ElementPath path(int number, String text) {
            try {
                return ElementPath.parse(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
            }
        }

        private static String unquote(String value) {
            boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
            return quoted ? value.substring(1, value.length() - 1) : value;
        }

        TemplateText result() {
            return new TemplateText(hex == null ? null : hex.toString(), hexLine, List.copyOf(lines));
        }
    }
}
