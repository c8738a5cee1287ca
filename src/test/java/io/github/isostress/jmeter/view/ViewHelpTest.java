package io.github.isostress.jmeter.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.awt.event.KeyEvent;
import javax.swing.JComponent;
import javax.swing.JTabbedPane;
import javax.swing.KeyStroke;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way from the views of a sample to their help. */
@ExtendWith(JMeterEnvironment.class)
class ViewHelpTest {
    @Test
    void shouldOfferHelpByKeyWhenASampleIsShown() {
        JTabbedPane tabs = new JTabbedPane();
        Iso8583ResultRenderer renderer = new Iso8583ResultRenderer();
        renderer.setRightSide(tabs);
        renderer.init();
        renderer.setSamplerResult(new SampleResult());
        renderer.setupTabPane();

        assertThat(isOffered((JComponent) tabs.getSelectedComponent())).isTrue();
    }

    @Test
    void shouldOfferHelpByKeyWhenARequestIsShown() {
        Iso8583RequestView view = new Iso8583RequestView();
        view.init();

        assertThat(isOffered(view.getPanel())).isTrue();
    }

    private static boolean isOffered(JComponent view) {
        Object action = view.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .get(KeyStroke.getKeyStroke(KeyEvent.VK_F1, 0));
        return view.getActionMap().get(action) != null;
    }
}
