package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import java.util.Locale;
import org.apache.jmeter.gui.AbstractJMeterGuiComponent;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of the panels. */
@ExtendWith(JMeterEnvironment.class)
class PanelWordsTest {
    @ParameterizedTest
    @EnumSource
    void shouldHaveALabelAndATooltipWhenThereIsAProperty(Panel panel) {
        for (PropertyDescriptor<?, ?> property : panel.ownProperties()) {
            assertThat(PanelLabels.get(panel.prefix + property.getShortName())).isNotBlank();
            assertThat(PanelLabels.get(panel.prefix + property.getShortName() + ".tip"))
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeCalledTheSameInMenuTitleAndHelpWhenAsked(Panel panel) {
        AbstractJMeterGuiComponent gui = panel.open();

        assertThat(gui.getStaticLabel()).isEqualTo(panel.title);
        assertThat(gui.getName()).isEqualTo(panel.title);
        assertThat(gui.getDocAnchor()).isEqualTo(panel.title.replace(' ', '_'));
        assertThat(gui.getLabelResource()).isEqualTo(gui.getClass().getSimpleName());
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveWordsWhenJMeterSpeaksALanguageThatWeDoNot(Panel panel) {
        Locale before = JMeterUtils.getLocale();
        JMeterUtils.setLocale(Locale.KOREAN);
        try {
            assertThat(panel.open().getStaticLabel()).isEqualTo(panel.title);
        } finally {
            JMeterUtils.setLocale(before);
        }
    }
}
