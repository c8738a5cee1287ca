package io.github.isostress.draft;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.template.BitmapLine;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.template.TemplateProblem;
import io.github.isostress.message.value.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes a template that fills to exactly a message's bytes: element by element where values determine the bytes, else
 * with the captured message first. It tries each way and keeps it only if the bytes are equal. For one message.
 */
final class TemplateWriter {
    private static final int BITMAP = 1;

    private final byte[] bytes;
    private final DecodedMessage message;
    private final IsoPackager packager;

    /** The ways left for each element, the next to try first; an element without a way stays captured. */
    private final Map<Integer, List<List<ElementRow>>> forms = new TreeMap<>();

    /**
     * @param bytes the message without framing
     * @param message the same message, decoded; no bytes follow it
     */
    TemplateWriter(byte[] bytes, DecodedMessage message) {
        this.bytes = bytes;
        this.message = message;
        this.packager = message.packager();
    }

    String text() {
        return rows(List.of())
                .or(this::rowsAfterCapture)
                .orElseGet(() -> "# No values give the same bytes: the message is kept as it was captured.\n"
                        + HexLines.of(bytes));
    }

    private Optional<String> rowsAfterCapture() {
        return rows(HexLines.lines(bytes)).map(text -> "# " + kept() + "\n" + text);
    }

    private String kept() {
        String elements = ElementForms.elements(message).stream()
                .map(ElementRange::element)
                .filter(element -> !forms.containsKey(element))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return elements.isEmpty()
                ? "Kept as captured, as no values give the same bytes: what stands in front of the elements."
                : "Kept as captured, as no values give the same bytes: element " + elements + ".";
    }

    /** The rows after these lines; empty if some elements have no row and no captured message comes first. */
    private Optional<String> rows(List<String> hex) {
        forms.clear();
        if (hex.isEmpty()) {
            BitmapLine.value(message).ifPresent(value -> forms.put(BITMAP, bitmapRow(value)));
        }
        for (ElementRange range : ElementForms.elements(message)) {
            forms.put(range.element(), writable(ElementForms.of(message, range)));
        }
        while (true) {
            forms.values().removeIf(List::isEmpty);
            if (hex.isEmpty() && isElementLeft() || forms.keySet().stream().allMatch(element -> element == BITMAP)) {
                return Optional.empty();
            }
            List<ElementRow> rows = forms.values().stream()
                    .map(ways -> ways.get(0))
                    .flatMap(Collection::stream)
                    .toList();
            String text = text(hex, rows);
            Set<Integer> wrong = wrong(text, hex.size(), rows);
            if (wrong.isEmpty()) {
                return fills(text)
                        .filter(filled -> Arrays.equals(filled, bytes))
                        .map(filled -> text);
            }
            wrong.forEach(element -> forms.get(element).remove(0));
        }
    }

    private static List<List<ElementRow>> bitmapRow(String value) {
        return new ArrayList<>(List.of(List.of(new ElementRow(new ElementPath(BITMAP, List.of()), value, true))));
    }

    private boolean isElementLeft() {
        return ElementForms.elements(message).stream().anyMatch(range -> !forms.containsKey(range.element()));
    }

    private static List<List<ElementRow>> writable(List<List<ElementRow>> ways) {
        return ways.stream()
                .filter(rows -> rows.stream().allMatch(row -> row.obstacle() == null))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String text(List<String> hex, List<ElementRow> rows) {
        List<String> lines = new ArrayList<>(hex);
        rows.forEach(row -> lines.add(row.line()));
        return String.join("\n", lines) + "\n";
    }

    /** The elements that are refused or come out wrong; empty if that cannot be told. */
    private Set<Integer> wrong(String text, int firstRow, List<ElementRow> rows) {
        Set<Integer> wrong = new HashSet<>();
        for (TemplateProblem problem :
                MessageTemplate.problems(text, Optional.of(packager), Expression.Compiler.LITERAL)) {
            if (problem.line() > firstRow) {
                wrong.add(rows.get(problem.line() - firstRow - 1).path().element());
            }
        }
        if (wrong.isEmpty()) {
            fills(text).ifPresent(filled -> addChanged(wrong, filled));
        }
        return wrong;
    }

    private void addChanged(Set<Integer> wrong, byte[] filled) {
        Map<Integer, byte[]> pieces = pieces(new MessageDecoder(packager).decodeStart(filled), filled);
        pieces(message, bytes).forEach((element, piece) -> {
            if (forms.containsKey(element) && !Arrays.equals(piece, pieces.get(element))) {
                wrong.add(element);
            }
        });
    }

    private static Map<Integer, byte[]> pieces(DecodedMessage decoded, byte[] all) {
        return decoded.ranges().stream()
                .collect(Collectors.toMap(
                        ElementRange::element, range -> Arrays.copyOfRange(all, range.start(), range.end())));
    }

    private Optional<byte[]> fills(String text) {
        try {
            return Optional.of(MessageTemplate.compile(text, Optional.of(packager), Expression.Compiler.LITERAL)
                    .fill()
                    .bytes());
        } catch (FailureException e) {
            return Optional.empty();
        }
    }
}
