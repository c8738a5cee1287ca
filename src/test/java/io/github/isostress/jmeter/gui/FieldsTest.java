package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.gui.form.FileField;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import java.awt.Component;
import java.awt.Container;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of a panel, as a user works with them. */
@ExtendWith(JMeterEnvironment.class)
class FieldsTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;

    private final Iso8583ConnectionGui gui = new Iso8583ConnectionGui();

    @Test
    void shouldTakeATypedTextWhenItIsNoneOfTheChoices() {
        gui.configure(connection(SCHEMA.framing, "binary2"));

        box("Framing").getEditor().setItem("tpdu max=2048");

        assertThat(read().get(SCHEMA.framing)).isEqualTo("tpdu max=2048");
    }

    @Test
    void shouldTakeAChoiceWhenItWasTheElementBeforesToo() {
        gui.configure(connection(SCHEMA.framing, "binary2"));
        box("Framing").setSelectedItem("tpdu");
        gui.configure(connection(SCHEMA.framing, "visa"));

        box("Framing").setSelectedItem("tpdu");

        assertThat(read().get(SCHEMA.framing)).isEqualTo("tpdu");
    }

    @Test
    void shouldShowTheElementsTextWhenAnotherWasTypedBefore() {
        gui.configure(connection(SCHEMA.framing, "binary2"));
        box("Framing").getEditor().setItem("typed for the element before");

        gui.configure(connection(SCHEMA.framing, "binary2"));

        assertThat(read().get(SCHEMA.framing)).isEqualTo("binary2");
    }

    @Test
    void shouldKeepWorkingWhenTheLookAndFeelHasChanged() {
        SwingUtilities.updateComponentTreeUI(gui);

        gui.configure(connection(SCHEMA.framing, "ascii4"));
        assertThat(read().get(SCHEMA.framing)).isEqualTo("ascii4");
        box("Framing").getEditor().setItem("hex4");
        assertThat(read().get(SCHEMA.framing)).isEqualTo("hex4");
    }

    @Test
    void shouldStayEmptyWhenAFieldIsEmptied() {
        gui.configure(connection(SCHEMA.connectTimeout, "500"));
        field(JTextField.class, "Connect timeout (ms)").setText("");

        TestElement read = read();

        assertThat(read.get(SCHEMA.connectTimeout)).isEmpty();
        gui.configure(read);
        assertThat(field(JTextField.class, "Connect timeout (ms)").getText()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Key store password", "Trust store password"})
    void shouldNotShowAPasswordWhenItIsTyped(String name) {
        assertThat(field(JPasswordField.class, name).echoCharIsSet()).isTrue();
    }

    @Test
    void shouldHaveATooltipWhereverTheMouseIsWhenOverAField() {
        String tip = PanelLabels.get("connection.keyStore.tip");
        Container file = field(FileField.class, "Key store");

        assertThat(file.getComponents())
                .hasSize(2)
                .allSatisfy(
                        part -> assertThat(((JComponent) part).getToolTipText()).isEqualTo(tip));
    }

    private static TestElement connection(StringPropertyDescriptor<?> property, String value) {
        TestElement connection = new Iso8583Connection();
        connection.set(property, value);
        return connection;
    }

    private TestElement read() {
        TestElement read = gui.makeTestElement();
        gui.modifyTestElement(read);
        return read;
    }

    private JComboBox<?> box(String name) {
        return field(JComboBox.class, name);
    }

    private <C extends Component> C field(Class<C> type, String name) {
        return parts(gui)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(part -> name.equals(part.getAccessibleContext().getAccessibleName()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> parts(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(part -> part instanceof Container inner
                        ? Stream.concat(Stream.of(part), parts(inner))
                        : Stream.of(part));
    }
}
