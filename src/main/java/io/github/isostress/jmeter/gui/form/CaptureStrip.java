package io.github.isostress.jmeter.gui.form;

import io.github.isostress.jmeter.rehearsal.MessageInCapture;
import io.github.isostress.jmeter.rehearsal.MessagesInCapture;
import io.github.isostress.jmeter.rehearsal.PlanScope;
import java.awt.Dimension;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.gui.util.FileDialoger;

/** Opens a capture file and lets the user choose one of its messages. */
public final class CaptureStrip extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int ROWS_SEEN = 4;
    private static final String[] EXTENSIONS = {".pcap", ".pcapng", ".cap"};

    private final transient EditedPlan plan;
    private final transient InBackground<MessagesInCapture> reading = new InBackground<>(this::show, this::refuse);
    private final Remark remark = new Remark("capture.remark");
    private final CaptureTable table = new CaptureTable();
    private final JScrollPane scroll = new JScrollPane(table);

    /**
     * No file is open yet.
     *
     * @param plan for the connection in scope
     * @param chosen gets the message that is selected
     */
    public CaptureStrip(EditedPlan plan, Consumer<MessageInCapture> chosen) {
        super(new MigLayout("insets 0, fillx, hidemode 3", "[][grow, fill]"));
        this.plan = plan;
        table.setPreferredScrollableViewportSize(new Dimension(0, ROWS_SEEN * table.getRowHeight()));
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting()) {
                table.selected().ifPresent(chosen);
            }
        });
        add(new ActionButton("capture.open", this::choose), "top");
        add(remark, "wmin 0, wrap");
        add(scroll, "span, growx, wmin 0");
        forget();
    }

    private void choose() {
        JFileChooser chooser = FileDialoger.promptToOpenFile(EXTENSIONS);
        if (chooser != null && chooser.getSelectedFile() != null) {
            open(chooser.getSelectedFile().toPath());
        }
    }

    /** Reads a file off the event thread, and shows its messages. */
    public void open(Path file) {
        show(List.of(), PanelLabels.get("capture.reading"));
        PlanScope scope = plan.scope().withoutFiles();
        reading.begin(() -> MessagesInCapture.read(file, scope));
    }

    /** Closes the file: another element is edited. */
    public void forget() {
        reading.forget();
        show(List.of(), PanelLabels.get("capture.hint"));
    }

    private void show(MessagesInCapture found) {
        String remarks = found.remarks().stream()
                .map(sentence -> " " + StringUtils.capitalize(sentence) + ".")
                .reduce("", String::concat);
        show(
                found.messages(),
                PanelLabels.filled("capture.found", found.messages().size()) + remarks);
    }

    private void refuse(Throwable thrown) {
        show(List.of(), FailureSentence.of(thrown));
    }

    private void show(List<MessageInCapture> messages, String words) {
        table.show(messages);
        scroll.setVisible(!messages.isEmpty());
        remark.say(words);
        revalidate();
    }
}
