package io.github.isostress.draft;

import io.github.isostress.draft.DraftRow.Kind;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.template.TemplateProblem;
import io.github.isostress.message.value.Expression;
import io.github.isostress.words.Plural;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A template of one message turned into one of many: amount, times, STAN and retrieval reference number come from
 * functions. A row gets another value; over a captured message a row is added. Immutable.
 *
 * @param edit the change, in one step
 * @param sentence which elements vary now, and which were left alone and why
 */
public record VariedTemplate(TextEdit edit, String sentence) {
    private static final String EXPRESSION = "${";

    /**
     * Turns as many elements into functions as it can.
     *
     * @param packager reads a captured message; empty for raw messages
     * @param inherited the elements that the template inherits
     */
    public static VariedTemplate of(TemplateDraft draft, Optional<IsoPackager> packager, Set<Integer> inherited) {
        return new Varying(draft, packager, inherited).varied();
    }

    /** For one template. */
    private static final class Varying {
        private final TemplateDraft before;
        private final Optional<IsoPackager> packager;
        private final Set<Integer> inherited;
        private final String hex;
        private Optional<DecodedMessage> captured = Optional.empty();
        private String whyUnread = "not in the message";
        private TemplateDraft after;
        private final List<String> varied = new ArrayList<>();
        private final Map<String, List<String>> leftAlone = new LinkedHashMap<>();

        Varying(TemplateDraft draft, Optional<IsoPackager> packager, Set<Integer> inherited) {
            this.before = draft;
            this.after = draft;
            this.packager = packager;
            this.inherited = inherited;
            this.hex = draft.rows().stream()
                    .filter(row -> row.kind() == Kind.HEX)
                    .map(row -> "hex " + row.value() + "\n")
                    .collect(Collectors.joining());
        }

        VariedTemplate varied() {
            if (!hex.isEmpty()) {
                read();
            }
            for (VaryingElement element : VaryingElement.values()) {
                try {
                    vary(element);
                    varied.add(element.path());
                } catch (IllegalArgumentException e) {
                    leftAlone
                            .computeIfAbsent(e.getMessage(), reason -> new ArrayList<>())
                            .add(element.path());
                }
            }
            List<Integer> rows =
                    varied.stream().map(after::rowOf).flatMap(Optional::stream).toList();
            return new VariedTemplate(TextEdit.between(before.text(), after.text(), rows), sentence());
        }

        private void read() {
            if (packager.isEmpty()) {
                whyUnread = "cannot be found without a packager";
            } else if (hex.contains(EXPRESSION)) {
                whyUnread = "known in a test run alone, as the captured message holds an expression";
            } else {
                try {
                    byte[] bytes = MessageTemplate.compile(hex, packager, Expression.Compiler.LITERAL)
                            .fill()
                            .bytes();
                    take(new MessageDecoder(packager.get()).decode(bytes));
                } catch (FailureException e) {
                    whyUnread = "cannot be found: " + e.getMessage();
                }
            }
        }

        private void take(DecodedMessage message) {
            if (message.trailingBytes() == 0) {
                captured = Optional.of(message);
            } else {
                whyUnread = "cannot be found: " + Plural.of(message.trailingBytes(), "byte follows", "bytes follow")
                        + " the last element, so this may not be the right packager";
            }
        }

        private void vary(VaryingElement element) {
            Optional<DraftRow> row = after.rowOf(element.path()).map(after.rows()::get);
            if (row.isPresent()) {
                String function = function(element, row.get().value());
                int index = after.rowOf(element.path()).orElseThrow();
                take(after.setValue(index, function));
            } else {
                String function = function(element, capturedValue(element));
                take(after.insert(element.path(), function));
            }
        }

        private void take(TextEdit edit) {
            after = TemplateDraft.of(edit.applyTo(after.text()));
        }

        private String function(VaryingElement element, String value) {
            if (CellText.isFormula(value)) {
                throw new IllegalArgumentException("computed by a formula");
            }
            if (value.contains(EXPRESSION)) {
                throw new IllegalArgumentException("already varies");
            }
            if (value.isEmpty()) {
                throw new IllegalArgumentException("left out of the message");
            }
            if (element == VaryingElement.LOCAL_DATE && isSince1993()) {
                throw new IllegalArgumentException("the effective date of the card since ISO 8583:1993");
            }
            return element.function(value);
        }

        private String capturedValue(VaryingElement element) {
            ElementPath path = ElementPath.parse(element.path());
            Optional<String> value =
                    captured.filter(message -> message.has(element.number())).flatMap(message -> message.value(path));
            if (value.isEmpty()) {
                throw new IllegalArgumentException(
                        inherited.contains(element.number()) ? "inherited: change it there" : whyUnread);
            }
            requireReplaceable(path, value.get());
            return value.get();
        }

        /** The packager may not write the captured message back as it was. */
        private void requireReplaceable(ElementPath path, String value) {
            boolean binary = ElementKind.isBinary(packager.orElseThrow(), path);
            String template = hex + new ElementRow(path, value, binary).line() + "\n";
            List<TemplateProblem> problems = MessageTemplate.problems(template, packager, Expression.Compiler.LITERAL);
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(
                        "cannot be replaced: " + problems.get(0).rule());
            }
        }

        private boolean isSince1993() {
            String mti = value("0");
            return mti.contains(EXPRESSION) || mti.isEmpty()
                    ? value(VaryingElement.LOCAL_TIME.path()).length() > 6
                    : !mti.startsWith("0");
        }

        private String value(String path) {
            return before.rowOf(path)
                    .map(row -> before.rows().get(row).value())
                    .or(() -> captured.flatMap(message -> message.value(ElementPath.parse(path))))
                    .orElse("");
        }

        private String sentence() {
            String done = varied.isEmpty()
                    ? "No element was changed."
                    : "DE " + String.join(", ", varied) + (varied.size() == 1 ? " varies" : " vary")
                            + " now from message to message.";
            String rest = leftAlone.entrySet().stream()
                    .map(left -> "DE " + String.join(", ", left.getValue()) + " (" + left.getKey() + ")")
                    .collect(Collectors.joining(", "));
            return rest.isEmpty() ? done : done + " Left alone: " + rest + ".";
        }
    }
}
