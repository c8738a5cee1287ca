package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.Choices;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.gui.form.ScrolledFields;
import io.github.isostress.jmeter.setting.Iso8583ReplySchema;
import java.awt.BorderLayout;
import java.util.List;
import javax.swing.JPanel;
import org.apache.jmeter.gui.Binding;

/** The tab that says how a request is taken, answered and reported. */
final class ReplyTab extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "reply.";
    private static final Iso8583ReplySchema SCHEMA = Iso8583ReplySchema.INSTANCE;
    private static final int VARIABLE_LINES = 3;

    private final transient PropertyForm form = new PropertyForm(PREFIX);
    private final Remark problems = new Remark("reply.problems");

    /** A tab whose fields are empty. */
    ReplyTab() {
        super(new BorderLayout());
        form.sayProblemsIn(problems);
        form.block("taking");
        form.choice(SCHEMA.action, Choices.REPLY_ACTIONS);
        form.longText(SCHEMA.requestTimeout);
        form.choice(SCHEMA.whenNoRequest, Choices.WHEN_NO_REQUEST);
        form.textArea(SCHEMA.variables, VARIABLE_LINES);
        form.block("answering");
        form.choice(SCHEMA.otherElements, Choices.OTHER_ELEMENTS);
        form.block("reporting");
        form.choice(SCHEMA.joinBy, Choices.JOIN_BY);
        form.choice(SCHEMA.responseDetail, Choices.RESPONSE_DETAIL);
        form.wide(problems);
        add(new ScrolledFields(form.panel()), BorderLayout.CENTER);
    }

    /** The bindings that carry the fields to and from the element. */
    List<Binding> bindings() {
        return form.bindings();
    }
}
