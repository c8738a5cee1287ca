package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.awt.image.BufferedImage;
import javax.swing.ImageIcon;
import org.apache.jmeter.gui.GUIFactory;
import org.apache.jmeter.samplers.gui.AbstractSamplerGui;
import org.apache.jmeter.timers.gui.AbstractTimerGui;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A panel has the icon of its kind of element. */
@ExtendWith(JMeterEnvironment.class)
class PanelKindTest {
    @Test
    void shouldHaveTheIconOfItsKindWhenItIsInTheTree() {
        ImageIcon timers = icon();
        ImageIcon disabledTimers = icon();
        GUIFactory.registerIcon(AbstractTimerGui.class.getName(), timers);
        GUIFactory.registerDisabledIcon(AbstractTimerGui.class.getName(), disabledTimers);
        GUIFactory.registerIcon(AbstractSamplerGui.class.getName(), icon());

        new Iso8583RateTimerGui();

        assertThat(GUIFactory.getIcon(Iso8583RateTimerGui.class)).isSameAs(timers);
        assertThat(GUIFactory.getIcon(Iso8583RateTimerGui.class, false)).isSameAs(disabledTimers);
    }

    private static ImageIcon icon() {
        return new ImageIcon(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
    }
}
