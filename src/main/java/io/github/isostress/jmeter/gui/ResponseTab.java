package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.ChoiceField;
import io.github.isostress.jmeter.gui.form.Choices;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.gui.form.ScrolledFields;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.message.template.RequestCheck;
import java.awt.BorderLayout;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JPanel;
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

    /**
     * A tab whose fields are empty.
     *
     * @param chosen is told which check of requests is chosen
     */
    ResponseTab(Consumer<RequestCheck> chosen) {
        super(new BorderLayout());
        form.sayProblemsIn(problems);
        form.block("sending");
        ChoiceField requests = form.choice(SCHEMA.checkRequests, Choices.CHECK_REQUESTS);
        requests.onChange(() -> chosen.accept(RequestCheck.of(requests.text())));
        form.block("waiting");
        form.flag(SCHEMA.expectAnswer);
        form.longText(SCHEMA.responseTimeout);
        form.longText(SCHEMA.matchElements);
        form.choice(SCHEMA.afterTimeout, Choices.AFTER_TIMEOUT);
        form.block("judging");
        form.longText(SCHEMA.successCodes);
        form.longText(SCHEMA.returnedElements);
        form.textArea(SCHEMA.verified, VERIFIED_LINES);
        form.block("keeping");
        form.textArea(SCHEMA.variables, VARIABLE_LINES);
        form.choice(SCHEMA.responseDetail, Choices.RESPONSE_DETAIL);
        form.wide(problems);
        add(new ScrolledFields(form.panel()), BorderLayout.CENTER);
    }

    /** The bindings that carry the fields to and from the element. */
    List<Binding> bindings() {
        return form.bindings();
    }
}
