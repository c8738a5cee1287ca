package io.github.isostress.message.template;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.template.TemplateLine.Form;
import io.github.isostress.message.template.TemplateLine.Presence;
import io.github.isostress.message.value.FormulaText;
import io.github.isostress.message.value.LinePlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * A template's text taken apart into lines. Each line is blank, a comment ({@code # ...}), {@code hex ...}, or an
 * element's path, a blank or {@code =}, and its value to the end of the line, see {@link QuotedValue}; or a path, {@code
 * :=} and a formula, see {@link FormulaText}. Version 0.1.0 refused every line of the last form, as a path holds no
 * colon. Several hex lines are one message.
 *
 * @param hex the hex lines in the order of the text, expressions included; they have no path
 * @param lines the element lines in the order of the text
 * @param problems of the lines that are neither; these are left out
 */
public record TemplateText(List<TemplateLine> hex, List<TemplateLine> lines, List<TemplateProblem> problems) {

    /** Takes a template's only text apart. */
    public static TemplateText parse(String text) {
        return parse(text, LinePlace::only);
    }

    /**
     * Takes one of a template's texts apart.
     *
     * @param places gives each line, by its number, its place
     */
    static TemplateText parse(String text, IntFunction<LinePlace> places) {
        Parser parser = new Parser();
        String[] raw = text.split("\\R", -1);
        for (int i = 0; i < raw.length; i++) {
            LinePlace place = places.apply(i + 1);
            parser.line(place, raw[i].strip())
                    .ifPresent(rule -> parser.problems.add(TemplateProblem.ofLine(place, rule)));
        }
        return new TemplateText(List.copyOf(parser.hex), List.copyOf(parser.lines), List.copyOf(parser.problems));
    }

    /** Each step returns the rule that a line breaks; empty if the line was taken. */
    private static final class Parser {
        private static final Pattern HEX_LINE = Pattern.compile("(?i:hex)(?:[\\s=]+(.*))?");
        /** An equals sign separates right behind the path, or with blanks on both sides; else it begins the value. */
        private static final Pattern ELEMENT_LINE = Pattern.compile("([^\\s=]+)(?:=\\s*|\\s+=\\s+|\\s+|$)(.*)");

        /** No blank may stand before the sign: with one, the line is a text that begins with it. */
        private static final Pattern FORMULA_LINE = Pattern.compile("([^\\s=:]+):=\\s*(.*)");

        private static final Pattern HEX_BYTE = Pattern.compile("[0-9A-Fa-f]{1,2}");

        private static final int FEWEST_BYTES = 3;
        /** A captured message without blanks: more digits than any element's number has. */
        private static final Pattern HEX_RUN = Pattern.compile("[0-9A-Fa-f]{20,}");

        private final List<TemplateLine> hex = new ArrayList<>();
        private final List<TemplateLine> lines = new ArrayList<>();
        private final List<TemplateProblem> problems = new ArrayList<>();
        private final Map<ElementPath, Integer> seen = new HashMap<>();

        Optional<String> line(LinePlace place, String line) {
            if (line.isEmpty() || line.startsWith("#")) {
                return Optional.empty();
            }
            Matcher hexMatch = HEX_LINE.matcher(line);
            return hexMatch.matches() ? hex(place, StringUtils.defaultString(hexMatch.group(1))) : element(place, line);
        }

        private Optional<String> hex(LinePlace place, String digits) {
            if (!lines.isEmpty()) {
                return Optional.of("a hex line must come before the elements that replace parts of it");
            }
            hex.add(new TemplateLine(place, null, digits));
            return Optional.empty();
        }

        private Optional<String> element(LinePlace place, String line) {
            if (!hex.isEmpty() && isBytes(line) || HEX_RUN.matcher(line).matches()) {
                return Optional.of("begin every line of a captured message with hex");
            }
            Matcher formula = FORMULA_LINE.matcher(line);
            Matcher match = formula.matches() ? formula : ELEMENT_LINE.matcher(line);
            if (!match.matches()) {
                return Optional.of("write an element, a blank and its value");
            }
            try {
                ElementPath path = ElementPath.parseInTemplate(match.group(1));
                return firstTime(path, place)
                        .or(() -> match == formula
                                ? formula(place, path, match.group(2))
                                : text(place, path, match.group(2)));
            } catch (IllegalArgumentException e) {
                return Optional.of(e.getMessage());
            }
        }

        private Optional<String> firstTime(ElementPath path, LinePlace place) {
            Integer before = seen.putIfAbsent(path, place.line());
            return before == null
                    ? Optional.empty()
                    : Optional.of("element " + path + " is set a second time, first in line " + before);
        }

        private Optional<String> formula(LinePlace place, ElementPath path, String written) {
            lines.add(new TemplateLine(place, path, Form.FORMULA, written, Presence.UNLESS_EMPTY));
            return Optional.empty();
        }

        private Optional<String> text(LinePlace place, ElementPath path, String written) {
            if (written.equals("=")) {
                return Optional.of("write a value that is an equals sign alone as \"=\"");
            }
            if (QuotedValue.isAmbiguous(written)) {
                return Optional.of("the value is in quotes and has quotes of its own: write each of those twice");
            }
            Presence presence = QuotedValue.isNothing(written) ? Presence.ALWAYS : Presence.UNLESS_EMPTY;
            lines.add(new TemplateLine(place, path, Form.TEXT, QuotedValue.read(written), presence));
            return Optional.empty();
        }

        /** A captured message pasted over several lines; read as an element it would silently be another message. */
        private static boolean isBytes(String line) {
            String[] words = line.split("\\s+");
            return words.length >= FEWEST_BYTES
                    && Arrays.stream(words)
                            .allMatch(word -> HEX_BYTE.matcher(word).matches())
                    && Arrays.stream(words, 0, words.length - 1).allMatch(word -> word.length() == 2);
        }
    }
}
