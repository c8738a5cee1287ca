package io.github.isostress.jmeter.view;

import io.github.isostress.jmeter.gui.help.HelpLink;
import javax.swing.JTabbedPane;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.visualizers.RenderAsText;

/**
 * Shows a sample in View Results Tree as request and response, element by element. JMeter's own tabs stay beside it.
 * JMeter calls {@link #init} each time the renderer is chosen, with a new pane of tabs. Used on the event thread.
 */
public final class Iso8583ResultRenderer extends RenderAsText {
    private static final int PLACE = 2;

    private ExchangeView view;
    private Object chosen;
    private boolean inFront;

    @Override
    public void init() {
        super.init();
        view = new ExchangeView();
        HelpLink.inView(view);
        inFront = true;
    }

    @Override
    public synchronized void setSamplerResult(Object sample) {
        super.setSamplerResult(sample);
        chosen = sample;
    }

    @Override
    public void clearData() {
        super.clearData();
        view.clear();
    }

    @Override
    public void setupTabPane() {
        JTabbedPane tabs = rightSide;
        if (tabs.indexOfComponent(view) >= 0) {
            inFront = tabs.getSelectedComponent() == view;
        }
        super.setupTabPane();
        if (chosen instanceof SampleResult sample) {
            view.show(sample);
            if (tabs.indexOfComponent(view) < 0) {
                tabs.insertTab(
                        toString(), null, view, ViewLabels.get("renderer.tip"), Math.min(PLACE, tabs.getTabCount()));
            }
            if (inFront) {
                tabs.setSelectedComponent(view);
            }
        } else {
            tabs.remove(view);
        }
    }

    @Override
    public String toString() {
        return ViewLabels.get("renderer");
    }
}
