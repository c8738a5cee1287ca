package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.ActionButton;
import io.github.isostress.jmeter.gui.form.CaptureStrip;
import io.github.isostress.jmeter.gui.form.EditedPlan;
import io.github.isostress.jmeter.gui.form.FailureSentence;
import io.github.isostress.jmeter.gui.form.FileDrop;
import io.github.isostress.jmeter.gui.form.FixedWidth;
import io.github.isostress.jmeter.gui.form.InBackground;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.gui.form.TabKey;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.apache.jmeter.gui.util.JSyntaxTextArea;
import org.apache.jmeter.gui.util.JTextScrollPane;

/** The tab into which a message of another form is pasted, to become rows of the template. */
final class ImportTab extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 4;
    private static final int COLUMNS = 30;

    private final transient Function<String, Callable<String>> reader;
    private final transient InBackground<String> reading = new InBackground<>(this::show, this::refuse);
    private final JSyntaxTextArea pasted = textArea("request.import.pasted");
    private final JSyntaxTextArea outcome = textArea("request.import.outcome");
    private final Remark remark = new Remark("request.import.remark");
    private final ActionButton read = new ActionButton("request.import.read", this::read);
    private final CaptureStrip capture;
    private final ActionButton replace;
    private final ActionButton append;

    /**
     * Nothing is pasted yet.
     *
     * @param reader reads the tree on the event thread; the rest of the work is called off it
     * @param replace gets a template's text that is to be the message
     * @param append gets a template's text that is to be added to the message
     * @param plan for the connection whose messages a capture holds
     */
    ImportTab(
            Function<String, Callable<String>> reader,
            Consumer<String> replace,
            Consumer<String> append,
            EditedPlan plan) {
        super(new MigLayout("fill, insets 6lp", "[grow, fill]", "[][][grow 50, fill][][][grow 50, fill][]"));
        this.capture = new CaptureStrip(plan, message -> read(message.hex()));
        this.reader = reader;
        this.replace = new ActionButton("request.import.replace", () -> replace.accept(outcome.getText()));
        this.append = new ActionButton("request.import.append", () -> append.accept(outcome.getText()));
        outcome.setEditable(false);
        FileDrop.on(this, capture::open);
        FileDrop.on(pasted, capture::open);
        add(capture, "wrap");
        add(label("request.import.pasted", pasted), "wrap");
        add(JTextScrollPane.getInstance(pasted), "grow, w 0:300lp, h 0:90lp, wrap");
        add(row("[][grow, fill]", read, remark), "wrap");
        add(label("request.import.outcome", outcome), "wrap");
        add(JTextScrollPane.getInstance(outcome), "grow, w 0:300lp, h 0:90lp, wrap");
        add(row("[][]", this.replace, this.append), "");
        read.pressedByControlEnterIn(this);
        forget();
    }

    private static JSyntaxTextArea textArea(String labelKey) {
        JSyntaxTextArea area = JSyntaxTextArea.getInstance(ROWS, COLUMNS);
        area.setLanguage("text");
        area.setLineWrap(false);
        area.setName(labelKey);
        area.setToolTipText(PanelLabels.get(labelKey + ".tip"));
        FixedWidth.write(area);
        TabKey.leaves(area);
        area.getAccessibleContext().setAccessibleName(PanelLabels.get(labelKey));
        return area;
    }

    private static JPanel row(String columns, JComponent first, JComponent second) {
        JPanel row = new JPanel(new MigLayout("insets 0", columns));
        row.add(first, "top");
        row.add(second, "wmin 0");
        return row;
    }

    private static JLabel label(String labelKey, JComponent field) {
        JLabel label = new JLabel(PanelLabels.get(labelKey) + ":");
        label.setToolTipText(PanelLabels.get(labelKey + ".tip"));
        label.setLabelFor(field);
        return label;
    }

    /** Empties the tab: another element is edited. */
    void forget() {
        reading.forget();
        capture.forget();
        pasted.setInitialText("");
        say("", "");
    }

    private void read(String text) {
        pasted.setInitialText(text);
        read();
    }

    private void read() {
        say("", "");
        reading.begin(reader.apply(pasted.getText()));
    }

    private void show(String template) {
        say(template, PanelLabels.get("request.import.done"));
    }

    private void refuse(Throwable thrown) {
        say("", FailureSentence.of(thrown));
    }

    private void say(String template, String sentence) {
        outcome.setInitialText(template);
        outcome.setCaretPosition(0);
        remark.say(sentence);
        replace.setEnabled(!template.isEmpty());
        append.setEnabled(!template.isEmpty());
    }
}
