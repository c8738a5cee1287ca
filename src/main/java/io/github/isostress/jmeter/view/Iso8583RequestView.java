package io.github.isostress.jmeter.view;

import io.github.isostress.jmeter.gui.help.HelpLink;
import java.awt.CardLayout;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.visualizers.RequestView;

/**
 * The request of a sample, element by element, as a tab beside JMeter's own views of requests. Used on the event
 * thread.
 */
public final class Iso8583RequestView implements RequestView {
    private static final String MESSAGE = "message";
    private static final String WORDS = "words";

    private JPanel panel;
    private MessageView view;
    private JTextArea words;

    @Override
    public void init() {
        view = new MessageView();
        words = ReadOnlyText.sentences();
        words.getAccessibleContext().setAccessibleName(ViewLabels.get("sample.words"));
        panel = new ShrinkablePanel(new CardLayout());
        HelpLink.inView(panel);
        panel.add(words, WORDS);
        panel.add(view, MESSAGE);
    }

    @Override
    public void clearData() {
        view.clear();
        say("");
    }

    @Override
    public void setSamplerResult(Object sample) {
        if (!(sample instanceof SampleResult result)) {
            clearData();
            return;
        }
        ShownSample.of(result)
                .request()
                .ifPresentOrElse(
                        request -> {
                            view.show(request);
                            turnTo(MESSAGE);
                        },
                        () -> {
                            view.clear();
                            say(ViewLabels.get("request.none"));
                        });
    }

    private void say(String text) {
        words.setText(text);
        turnTo(WORDS);
    }

    private void turnTo(String card) {
        ((CardLayout) panel.getLayout()).show(panel, card);
    }

    @Override
    public JPanel getPanel() {
        return panel;
    }

    @Override
    public String getLabel() {
        return ViewLabels.get("renderer");
    }
}
