package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.Remark;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** Fields that are checked while they are typed. What is wrong is said below them, one field a line. */
final class CheckedFields {
    private final String prefix;
    private final Remark problems;
    private final Map<JTextComponent, Check> checks = new LinkedHashMap<>();

    private record Check(String label, Function<String, Optional<String>> rule) {
        Optional<String> problem(JTextComponent field) {
            return rule.apply(field.getText()).map(sentence -> label + ": " + sentence);
        }
    }

    /**
     * No field as yet.
     *
     * @param prefix of the fields' labels
     * @param problems says what is wrong
     */
    CheckedFields(String prefix, Remark problems) {
        this.prefix = prefix;
        this.problems = problems;
    }

    /**
     * Checks a field from now on.
     *
     * @param rule gives the sentence about a text that breaks it
     */
    void add(JTextComponent field, StringPropertyDescriptor<?> property, Function<String, Optional<String>> rule) {
        checks.put(field, new Check(PanelLabels.get(prefix + property.getShortName()), rule));
        field.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                showProblems();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                showProblems();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                // Attributes of a text are not what it says.
            }
        });
    }

    private void showProblems() {
        problems.say(checks.entrySet().stream()
                .flatMap(check -> check.getValue().problem(check.getKey()).stream())
                .collect(Collectors.joining("\n")));
    }
}
