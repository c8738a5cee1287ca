package io.github.isostress.jmeter.view;

import io.github.isostress.message.describe.DescribedElement;
import io.github.isostress.message.describe.MessageDescription;
import java.awt.BorderLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import org.apache.jmeter.samplers.SampleResult;

/** A sample: what became of it in words, and request and response side by side. Used on the event thread. */
public final class ExchangeView extends ShrinkablePanel {
    private static final long serialVersionUID = 1L;
    private static final String RESPONSE_CODE = "DE 39";

    private final JTextArea head = ReadOnlyText.sentences();
    private final ExplanationPane words = new ExplanationPane();
    private final MessagePane request = new MessagePane("differs.response");
    private final MessagePane response = new MessagePane("differs.request");
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
        request.offer(search::begin);
        response.offer(search::begin);
        body = new CollapsibleSplit(JSplitPane.VERTICAL_SPLIT, words, searched, 0);
        add(head, BorderLayout.NORTH);
        add(body, BorderLayout.CENTER);
        request.onSelect(response::select);
        response.onSelect(request::select);
        head.getAccessibleContext().setAccessibleName(ViewLabels.get("sample.verdict"));
        head.setToolTipText(ViewLabels.get("sample.verdict.tip"));
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                body.share();
            }
        });
        clear();
    }

    /**
     * Shows a sample, ours or another's, of this run or read from a file.
     *
     * @return whether there is anything to tell of it; if not, the view says why
     */
    public boolean show(SampleResult result) {
        ShownSample sample = ShownSample.of(result);
        show(sample);
        return !sample.isForeign();
    }

    /** Shows no sample. */
    public void clear() {
        show(new ShownSample("", "", Optional.empty(), Optional.empty()));
    }

    void show(ShownSample sample) {
        head.setText(sample.head());
        words.show(sample.words());
        show(request, sample.request(), sample.response());
        show(response, sample.response(), sample.request());
        request.entitle(title("request", sample.request()));
        response.entitle(title("response", sample.response()) + responseCode());
        messages.show(sample.request().isPresent(), sample.response().isPresent());
        body.show(
                !sample.words().isEmpty(),
                sample.request().isPresent() || sample.response().isPresent());
        body.share();
        search.refresh();
    }

    private static void show(
            MessagePane pane, Optional<MessageDescription> message, Optional<MessageDescription> beside) {
        message.ifPresentOrElse(shown -> pane.show(shown, beside.map(ElementTree::new)), pane::clear);
    }

    private static String title(String key, Optional<MessageDescription> message) {
        return ViewLabels.filled(
                key, message.map(shown -> shown.bytes().bytes().length).orElse(0));
    }

    /** In the title it can be seen wherever the elements are scrolled to. */
    private String responseCode() {
        int code = response.tree().find(RESPONSE_CODE);
        if (code == ElementTree.NONE) {
            return "";
        }
        DescribedElement element = response.tree().element(code);
        return ViewLabels.filled("response.code", element.shown(), element.meaning())
                .stripTrailing();
    }
}
