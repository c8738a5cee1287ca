package io.github.isostress.draft;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.template.TemplateProblem;
import io.github.isostress.message.value.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jpos.iso.ISOUtil;

/** The elements and values of a message in XML or JSON; the packager makes them bytes. For one message. */
final class NamedValues {
    /** The most steps of a path; no packager goes deeper. */
    private static final int DEEPEST = 8;

    private final List<ElementRow> rows = new ArrayList<>();
    private final Set<ElementPath> seen = new HashSet<>();
    private String note = "";

    /** Adds a comment line before the template. */
    void note(String sentence) {
        if (!note.contains(sentence)) {
            note += "# " + sentence + "\n";
        }
    }

    /**
     * Adds an element or a part of one.
     *
     * @param path as {@link ElementPath#parse} reads it
     * @throws IllegalArgumentException if it is no path or comes a second time
     */
    void add(String path, String value, boolean binary) {
        ElementPath parsed = ElementPath.parse(path);
        if (parsed.parts().size() > DEEPEST) {
            throw new IllegalArgumentException("element " + parsed.element() + " is nested too deep");
        }
        if (!seen.add(parsed)) {
            throw new IllegalArgumentException("element " + parsed + " comes a second time");
        }
        rows.add(new ElementRow(parsed, value, binary));
    }

    /**
     * @throws IllegalArgumentException naming the element and the rule that its value breaks
     */
    String template(IsoPackager packager) {
        List<ElementRow> fitting =
                rows.stream().map(row -> fitting(row, packager)).toList();
        for (ElementRow row : fitting) {
            if (row.obstacle() != null) {
                throw new IllegalArgumentException(
                        "element " + row.path() + ": " + row.obstacle() + "; paste the message as a hex dump");
            }
        }
        String text = fitting.stream().map(ElementRow::line).collect(Collectors.joining("\n", "", "\n"));
        for (TemplateProblem problem :
                MessageTemplate.problems(text, Optional.of(packager), Expression.Compiler.LITERAL)) {
            int row = Math.min(problem.line(), fitting.size()) - 1;
            throw new IllegalArgumentException(
                    (row < 0 ? "" : "element " + fitting.get(row).path() + ": ") + problem.rule());
        }
        return note + packed(text, packager);
    }

    /** The template that a dump of this message would give, so that all forms give one template. */
    private static String packed(String text, IsoPackager packager) {
        try {
            byte[] bytes = MessageTemplate.compile(text, Optional.of(packager), Expression.Compiler.LITERAL)
                    .fill()
                    .bytes();
            if (packager.getHeaderLength() > 0) {
                return text;
            }
            DecodedMessage message = new MessageDecoder(packager).decodeStart(bytes);
            return message.trailingBytes() > 0 ? text : new TemplateWriter(bytes, message).text();
        } catch (FailureException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static boolean isHex(String value) {
        return value.length() % 2 == 0 && value.chars().allMatch(HexFormat::isHexDigit);
    }

    /** A value that is bytes on one side and text on the other, in the packager's form. */
    private static ElementRow fitting(ElementRow row, IsoPackager packager) {
        boolean binary = ElementKind.isBinary(packager, row.path());
        if (row.binary() && !isHex(row.value())) {
            throw new IllegalArgumentException("element " + row.path() + ": is binary, and its value is no hex digits");
        }
        if (row.binary() && !binary) {
            byte[] bytes = HexFormat.of().parseHex(row.value());
            return new ElementRow(row.path(), new String(bytes, ISOUtil.CHARSET), false);
        }
        if (binary && !row.binary() && !isHex(row.value())) {
            String hex = HexFormat.of().withUpperCase().formatHex(row.value().getBytes(ISOUtil.CHARSET));
            return new ElementRow(row.path(), hex, true);
        }
        return row;
    }
}
