package io.github.isostress.jmeter.view;

import io.github.isostress.message.describe.MessageDescription;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import org.apache.jmeter.samplers.SampleResult;

/** A sample: what became of it in words, and request and response side by side. Used on the event thread. */
public final class ExchangeView extends ShrinkablePanel {
    private static final long serialVersionUID = 1L;
    private static final int WORDS_ROWS = 6;

    private final JTextArea head = ReadOnlyText.sentences();
    private final JTextArea words = ReadOnlyText.columns();
    private final MessagePane request = new MessagePane();
    private final MessagePane response = new MessagePane();
    private final CollapsibleSplit messages = new CollapsibleSplit(JSplitPane.HORIZONTAL_SPLIT, request, response, 0.5);
    private final SearchBar search = new SearchBar(new SearchRing(List.of(request, response)));
    private final CollapsibleSplit body;

    /** A view without a sample. */
    public ExchangeView() {
        super(new BorderLayout());
        JPanel searched = new JPanel(new BorderLayout());
        searched.add(search, BorderLayout.NORTH);
        searched.add(messages, BorderLayout.CENTER);
        search.reachableFrom(searched);
        body = new CollapsibleSplit(JSplitPane.VERTICAL_SPLIT, new JScrollPane(words), searched, 0);
        add(head, BorderLayout.NORTH);
        add(body, BorderLayout.CENTER);
        request.onSelect(response::select);
        response.onSelect(request::select);
        head.getAccessibleContext().setAccessibleName(ViewLabels.get("sample.verdict"));
        head.setToolTipText(ViewLabels.get("sample.verdict.tip"));
        words.getAccessibleContext().setAccessibleName(ViewLabels.get("sample.words"));
        words.setToolTipText(ViewLabels.get("sample.words.tip"));
        clear();
    }

    /** Shows a sample, ours or another's, of this run or read from a file. */
    public void show(SampleResult result) {
        show(ShownSample.of(result));
    }

    /** Shows no sample. */
    public void clear() {
        show(new ShownSample("", "", Optional.empty(), Optional.empty()));
    }

    void show(ShownSample sample) {
        head.setText(sample.head());
        words.setText(sample.words());
        words.setRows(Math.min(WORDS_ROWS, (int) sample.words().lines().count()));
        words.setCaretPosition(0);
        show(request, "request", sample.request());
        show(response, "response", sample.response());
        messages.show(sample.request().isPresent(), sample.response().isPresent());
        body.show(
                !sample.words().isEmpty(),
                sample.request().isPresent() || sample.response().isPresent());
        body.share();
        search.refresh();
    }

    private static void show(MessagePane pane, String titleKey, Optional<MessageDescription> message) {
        message.ifPresentOrElse(pane::show, pane::clear);
        pane.entitle(ViewLabels.filled(
                titleKey, message.map(shown -> shown.bytes().bytes().length).orElse(0)));
    }
}
