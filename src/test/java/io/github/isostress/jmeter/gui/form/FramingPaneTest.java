package io.github.isostress.jmeter.gui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.FramingPreset;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.Parts;
import java.util.stream.Stream;
import javax.swing.JCheckBox;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The framing's text and its parts, in step. */
@ExtendWith(JMeterEnvironment.class)
class FramingPaneTest {
    private final ChoiceField text = new ChoiceField(Choices.FRAMINGS);
    private final FramingPane pane = new FramingPane(text);

    private JTextField field(String key) {
        return Parts.named(pane, JTextField.class, PanelLabels.get("framing." + key));
    }

    private ChoiceField length() {
        return Parts.named(pane, ChoiceField.class, PanelLabels.get("framing.length"));
    }

    private JCheckBox box(String key) {
        return Parts.named(pane, JCheckBox.class, PanelLabels.get("framing." + key));
    }

    @Test
    void shouldShowThePartsWhenATextIsShown() {
        text.show("tpdu header=6000010002 skip=7 trailer=03 max=9999");

        assertThat(length().text()).isEqualTo("binary2");
        assertThat(box("counts.length").isSelected()).isFalse();
        assertThat(box("counts.header").isSelected()).isTrue();
        assertThat(field("header").getText()).isEqualTo("6000010002");
        assertThat(field("skip").getText()).isEqualTo("7");
        assertThat(field("trailer").getText()).isEqualTo("03");
        assertThat(field("max").getText()).isEqualTo("9999");
    }

    @Test
    void shouldRewriteTheTextWhenPartsAreChanged() {
        text.show("binary2");

        field("max").setText("9999");
        box("counts.length").doClick(0);
        assertThat(text.text()).isEqualTo("binary2 inclusive max=9999");
        field("max").setText("");
        assertThat(text.text()).isEqualTo("binary2 inclusive");
        box("polls").doClick(0);
        assertThat(text.text()).isEqualTo("binary2-inclusive");
        length().show("ascii4");
        assertThat(text.text()).isEqualTo("binary2-inclusive length=ascii4");
    }

    @Test
    void shouldHaveAPartForEveryWordOfTheLanguage() {
        String written =
                "binary2 length=ebcdic4 inclusive counts-lead counts-header uncounted-trailer counts-lrc lead=02"
                        + " filler=0000 header=16LLLL skip=own trailer=03 lrc=whole polls=answer quiet=50 max=9999";
        text.show(written);

        assertThat(length().text()).isEqualTo("ebcdic4");
        assertThat(field("lead").getText()).isEqualTo("02");
        assertThat(field("filler").getText()).isEqualTo("0000");
        assertThat(field("header").getText()).isEqualTo("16LLLL");
        assertThat(field("skip").getText()).isEqualTo("own");
        assertThat(field("trailer").getText()).isEqualTo("03");
        assertThat(field("quiet").getText()).isEqualTo("50");
        assertThat(field("max").getText()).isEqualTo("9999");
        assertThat(Parts.named(pane, ChoiceField.class, PanelLabels.get("framing.lrc"))
                        .text())
                .isEqualTo("whole");
        assertThat(box("counts.trailer").isSelected()).isFalse();
        Stream.of("counts.length", "counts.lead", "counts.header", "counts.lrc", "polls")
                .forEach(key -> assertThat(box(key).isSelected()).as(key).isTrue());
        box("polls").doClick(0);
        assertThat(text.text()).isEqualTo(written.replace(" polls=answer", ""));
    }

    @Test
    void shouldShowEveryPartOfTheExampleWhenTheFramingHasAll() {
        text.show("binary2 lead=02 filler=0000 header=16LLLL trailer=03 lrc");

        assertThat(pane.example().getText())
                .contains(
                        "02  (lead)",
                        "00 58  (length)",
                        "00 00  (filler)",
                        "16 00 5A  (header)",
                        "03  (trailer)",
                        "(LRC)");
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepTheTextWhenAPresetIsShown(FramingPreset preset) {
        text.show(preset.presetName());

        assertThat(text.text()).isEqualTo(preset.presetName());
        assertThat(length().text()).isEqualTo(preset.framing().prefix().toString());
        assertThat(pane.example().isProblem()).isFalse();
    }

    @Test
    void shouldShowTheFirstBytesWhenTheFramingIsKnown() {
        text.show("binary2");

        assertThat(pane.example().getText())
                .contains("87 bytes")
                .contains("00 57  (length)")
                .contains("30 32 30 30 ...  (message)");
    }

    @Test
    void shouldSayWhatIsWrongWhenTheTextCannotBeRead() {
        text.show("binary2 header=6");

        assertThat(pane.example().isProblem()).isTrue();
        assertThat(pane.example().getText()).isEqualTo("framing: header=6 is not an even number of hex digits");
        assertThat(field("header").isEnabled()).isFalse();
    }

    @Test
    void shouldLeaveAPartAsItIsTypedWhenItIsWrong() {
        text.show("binary2");

        field("header").setText("600");

        assertThat(field("header").getText()).isEqualTo("600");
        assertThat(field("header").isEnabled()).isTrue();
        assertThat(text.text()).isEqualTo("binary2 header=600");
        assertThat(pane.example().isProblem()).isTrue();
        field("header").setText("6000");
        assertThat(pane.example().isProblem()).isFalse();
    }

    @Test
    void shouldLeaveThePartsOpenWhenTheTextHoldsAnExpression() {
        text.show("${framing}");

        assertThat(text.text()).isEqualTo("${framing}");
        assertThat(field("header").isEnabled()).isFalse();
        assertThat(length().text()).isEmpty();
        assertThat(pane.example().isProblem()).isFalse();
        text.show("tpdu");
        assertThat(field("header").isEnabled()).isTrue();
        assertThat(field("header").getText()).isEqualTo("6000000000");
    }

    @Test
    void shouldStayInStepWhenTheLookAndFeelHasChanged() {
        SwingUtilities.updateComponentTreeUI(text);
        SwingUtilities.updateComponentTreeUI(pane);

        text.getEditor().setItem("visa");

        assertThat(field("header").getText()).isEqualTo("0000");
    }
}
