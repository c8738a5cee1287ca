package io.github.isostress.jmeter.view;

import io.github.isostress.jmeter.gui.help.HelpLink;
import java.awt.Component;
import javax.swing.JTabbedPane;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.visualizers.RenderAsText;

/**
 * Shows a sample in View Results Tree as request and response, element by element. JMeter's own tabs stay beside it; of
 * another sampler's sample they show more, so its response data come to the front in place of ours. JMeter calls
 * {@link #init} each time the renderer is chosen, with a new pane of tabs. Used on the event thread.
 */
public final class Iso8583ResultRenderer extends RenderAsText {
    private static final int PLACE = 2;

    private ExchangeView view;
    private Object chosen;
    private boolean inFront;
    private Component front;

    @Override
    public void init() {
        super.init();
        view = new ExchangeView();
        HelpLink.inView(view);
        front = view;
        inFront = true;
    }

    @Override
    public synchronized void setSamplerResult(Object sample) {
        super.setSamplerResult(
                sample instanceof SampleResult result && IsoSampleResult.receivedNothing(result)
                        ? new IsoSampleResult(result)
                        : sample);
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
            Component selected = tabs.getSelectedComponent();
            inFront = selected == view || selected == front;
        }
        super.setupTabPane();
        if (chosen instanceof SampleResult sample) {
            show(sample, tabs);
        } else {
            tabs.remove(view);
        }
    }

    private void show(SampleResult sample, JTabbedPane tabs) {
        boolean isTold = view.show(sample) || sample.getResponseData().length == 0;
        if (tabs.indexOfComponent(view) < 0) {
            tabs.insertTab(toString(), null, view, ViewLabels.get("renderer.tip"), Math.min(PLACE, tabs.getTabCount()));
        }
        if (inFront) {
            front = isTold ? view : tabs.getComponentAt(tabs.getTabCount() - 1);
            tabs.setSelectedComponent(front);
        }
    }

    @Override
    public String toString() {
        return ViewLabels.get("renderer");
    }
}
