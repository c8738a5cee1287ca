package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.ChoiceField;
import io.github.isostress.jmeter.gui.form.Choices;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.gui.form.TabKey;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.message.template.RequestCheck;
import java.awt.BorderLayout;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.text.JTextComponent;
import org.apache.jmeter.gui.Binding;

/** The tab that says how the answer is waited for, judged and kept, and what is wrong with that, while it is typed. */
final class ResponseTab extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "request.";
    private static final Iso8583RequestSchema SCHEMA = Iso8583RequestSchema.INSTANCE;
    private static final int VARIABLE_LINES = 2;
    private static final int VERIFIED_LINES = 2;

    private final transient PropertyForm form = new PropertyForm(PREFIX);
    private final Remark problems = new Remark("request.response.problems");
    private final transient CheckedFields checked = new CheckedFields(PREFIX, problems);

    /**
     * A tab whose fields are empty.
     *
     * @param chosen is told which check of requests is chosen
     */
    ResponseTab(Consumer<RequestCheck> chosen) {
        super(new BorderLayout());
        form.block("sending");
        ChoiceField requests = form.choice(SCHEMA.checkRequests, Choices.CHECK_REQUESTS);
        requests.onChange(() -> chosen.accept(RequestCheck.of(requests.text())));
        form.block("waiting");
        form.flag(SCHEMA.expectAnswer);
        checked.add(form.longText(SCHEMA.responseTimeout), SCHEMA.responseTimeout, ResponseFields::timeout);
        checked.add(form.longText(SCHEMA.matchElements), SCHEMA.matchElements, ResponseFields::elements);
        form.choice(SCHEMA.afterTimeout, Choices.AFTER_TIMEOUT);
        form.block("judging");
        checked.add(form.longText(SCHEMA.successCodes), SCHEMA.successCodes, ResponseFields::codes);
        checked.add(form.longText(SCHEMA.returnedElements), SCHEMA.returnedElements, ResponseFields::elements);
        JTextComponent verified = form.textArea(SCHEMA.verified, VERIFIED_LINES);
        TabKey.leaves(verified);
        checked.add(verified, SCHEMA.verified, ResponseFields::verified);
        form.block("keeping");
        JTextComponent variables = form.textArea(SCHEMA.variables, VARIABLE_LINES);
        TabKey.leaves(variables);
        checked.add(variables, SCHEMA.variables, ResponseFields::variables);
        form.choice(SCHEMA.responseDetail, Choices.RESPONSE_DETAIL);
        form.wide(problems);
        add(form.panel(), BorderLayout.NORTH);
    }

    /** The bindings that carry the fields to and from the element. */
    List<Binding> bindings() {
        return form.bindings();
    }
}
