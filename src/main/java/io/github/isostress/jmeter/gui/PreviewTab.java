package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.ActionButton;
import io.github.isostress.jmeter.gui.form.FailureSentence;
import io.github.isostress.jmeter.gui.form.InBackground;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.rehearsal.Preview;
import io.github.isostress.jmeter.view.MessageView;
import io.github.isostress.message.template.ComputedValue;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** The tab that shows the bytes as they would be sent. The functions of the message run once for each preview. */
final class PreviewTab extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int PAUSE_MILLIS = 300;

    private final transient Supplier<Callable<Preview>> preview;
    private final transient InBackground<Preview> making = new InBackground<>(this::show, this::refuse);
    private final Timer soon = new Timer(PAUSE_MILLIS, event -> beginIfSeen());
    private final Remark connection = new Remark("request.preview.connection");
    private final Remark refusal = new Remark("request.preview.refusal");
    private final ComputedTable computed = new ComputedTable();
    private final JComponent section = computed.titled();
    private final MessageView view = new MessageView();

    /**
     * Nothing is shown yet.
     *
     * @param preview reads panel and tree on the event thread; the rest of the work is called off it
     */
    PreviewTab(Supplier<Callable<Preview>> preview) {
        super(new MigLayout("fill, insets 6lp, hidemode 2", "[grow, fill][]", "[][][grow, fill]"));
        this.preview = preview;
        soon.setRepeats(false);
        add(connection, "wmin 0");
        add(new ActionButton("request.preview.again", this::begin), "top, wrap");
        add(refusal, "span, growx, wmin 0, wrap");
        add(section, "south, wmin 0");
        add(view, "span, grow, w 0:300lp, h 0:180lp");
        refusal.say("");
        show(List.of());
    }

    /** Names the connection in scope. */
    void connection(String words) {
        connection.say(words);
    }

    /** Makes the preview again. */
    void begin() {
        soon.stop();
        making.begin(preview.get());
    }

    /** Makes the preview again soon, if the tab can be seen then: something that it shows has changed. */
    void changed() {
        soon.restart();
    }

    private void beginIfSeen() {
        if (isShowing()) {
            begin();
        }
    }

    /** Empties the tab: another element is edited. */
    void forget() {
        soon.stop();
        making.forget();
        view.clear();
        show(List.of());
        refusal.say("");
    }

    private void show(Preview made) {
        refusal.say("");
        view.setVisible(true);
        view.show(made.description());
        show(made.computed());
    }

    private void show(List<ComputedValue> values) {
        computed.show(values);
        section.setVisible(!values.isEmpty());
        // A scroll pane lays out itself alone when it changes.
        revalidate();
    }

    private void refuse(Throwable thrown) {
        view.clear();
        view.setVisible(false);
        show(List.of());
        refusal.say(FailureSentence.of(thrown));
    }
}
