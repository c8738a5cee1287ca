package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.ChoiceField;
import io.github.isostress.jmeter.gui.form.Choices;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.gui.form.TabKey;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.message.template.RequestCheck;
import java.awt.BorderLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.swing.JPanel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;
import org.apache.jmeter.gui.Binding;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** The tab that says how the answer is waited for, judged and kept, and what is wrong with that, while it is typed. */
final class ResponseTab extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "request.";
    private static final Iso8583RequestSchema SCHEMA = Iso8583RequestSchema.INSTANCE;
    private static final int VARIABLE_LINES = 3;

    private final transient PropertyForm form = new PropertyForm(PREFIX);
    private final Remark problems = new Remark("request.response.problems");
    private final transient Map<JTextComponent, Check> checks = new LinkedHashMap<>();

    private record Check(String label, Function<String, Optional<String>> rule) {
        Optional<String> problem(JTextComponent field) {
            return rule.apply(field.getText()).map(sentence -> label + ": " + sentence);
        }
    }

    /**
     * A tab whose fields are empty.
     *
     * @param checked is told which check of requests is chosen
     */
    ResponseTab(Consumer<RequestCheck> checked) {
        super(new BorderLayout());
        form.block("sending");
        ChoiceField requests = form.choice(SCHEMA.checkRequests, Choices.CHECK_REQUESTS);
        requests.onChange(() -> checked.accept(RequestCheck.of(requests.text())));
        form.block("waiting");
        form.flag(SCHEMA.expectAnswer);
        check(form.longText(SCHEMA.responseTimeout), SCHEMA.responseTimeout, ResponseFields::timeout);
        check(form.longText(SCHEMA.matchElements), SCHEMA.matchElements, ResponseFields::elements);
        form.choice(SCHEMA.afterTimeout, Choices.AFTER_TIMEOUT);
        form.block("judging");
        check(form.longText(SCHEMA.successCodes), SCHEMA.successCodes, ResponseFields::codes);
        check(form.longText(SCHEMA.returnedElements), SCHEMA.returnedElements, ResponseFields::elements);
        form.block("keeping");
        JTextComponent variables = form.textArea(SCHEMA.variables, VARIABLE_LINES);
        TabKey.leaves(variables);
        check(variables, SCHEMA.variables, ResponseFields::variables);
        form.choice(SCHEMA.responseDetail, Choices.RESPONSE_DETAIL);
        form.wide(problems);
        add(form.panel(), BorderLayout.NORTH);
    }

    private void check(
            JTextComponent field, StringPropertyDescriptor<?> property, Function<String, Optional<String>> rule) {
        checks.put(field, new Check(PanelLabels.get(PREFIX + property.getShortName()), rule));
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

    /** The bindings that carry the fields to and from the element. */
    List<Binding> bindings() {
        return form.bindings();
    }
}
