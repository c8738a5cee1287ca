package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.support.PlainWords;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.jmeter.gui.AbstractJMeterGuiComponent;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"gui", "editor", "view"})
    void shouldUseTheFieldsWordsWhenTheyAreRead(String names) {
        ResourceBundle labels =
                ResourceBundle.getBundle("io.github.isostress.jmeter." + names + ".labels", Locale.ENGLISH);

        assertThat(labels.keySet())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(PlainWords.otherThan(labels.getString(key)))
                        .as(key)
                        .isEmpty());
    }
}
