package io.github.isostress.jmeter.gui.live;

import io.github.isostress.health.gate.Gates;
import io.github.isostress.jmeter.gui.form.ChoiceField;
import io.github.isostress.jmeter.gui.form.OnChange;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.jmeter.live.ProgressInterval;
import io.github.isostress.jmeter.setting.ReportChoice;
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.text.JTextComponent;

/**
 * Says what the fields about a run's end and progress mean, or what is wrong with them, while they are written. A text
 * with an expression is known when the plan runs. Used on the event thread.
 */
public final class FieldWords {
    private static final String EXPRESSION = "${";

    private final SentenceArea gates = new SentenceArea("results.gatesWords", 1);
    private final SentenceArea telling = new SentenceArea("results.tellingWords", 1);

    /** Says how many gates there are in this field, or which line is none. */
    public SentenceArea ofGates(JTextComponent field) {
        field.getDocument().addDocumentListener(new OnChange(() -> sayGates(field.getText())));
        sayGates(field.getText());
        return gates;
    }

    private void sayGates(String text) {
        String known = text.lines().filter(line -> !line.contains(EXPRESSION)).collect(Collectors.joining("\n"));
        boolean isLater = text.contains(EXPRESSION);
        Gates read = Gates.parse(known);
        List<String> faults = read.faults();
        if (faults.isEmpty()) {
            gates.tell(MessageFormat.format(
                    PanelLabels.get("results.gatesWords." + (isLater ? "later" : "good")),
                    read.texts().size()));
        } else {
            gates.refuse(String.join("\n", faults));
        }
    }

    /** Says what is wrong with these fields. */
    public SentenceArea ofTelling(ChoiceField report, JTextComponent everySeconds) {
        Runnable say = () -> telling.refuse(Stream.of(
                        problem("results.report", report.text(), ReportChoice::fault),
                        problem("results.everySeconds", everySeconds.getText(), ProgressInterval::fault))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n")));
        report.onChange(say);
        everySeconds.getDocument().addDocumentListener(new OnChange(say));
        return telling;
    }

    private static Optional<String> problem(String label, String text, Function<String, Optional<String>> rule) {
        return text.contains(EXPRESSION)
                ? Optional.empty()
                : rule.apply(text).map(sentence -> PanelLabels.get(label) + ": " + sentence);
    }
}
