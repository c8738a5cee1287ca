package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import javax.swing.JPasswordField;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The host's panel, as a user works with it. */
@ExtendWith(JMeterEnvironment.class)
class HostPanelTest {
    private static final Iso8583HostSchema SCHEMA = Iso8583HostSchema.INSTANCE;

    private final Iso8583Host host = new Iso8583Host();
    private OpenHostPanel panel;

    private void open() throws Exception {
        host.setName("embedded");
        panel = OpenHostPanel.of(host);
    }

    @Test
    void shouldMarkTheLineAndSayWhyWhenARuleIsWrong() throws Exception {
        host.set(SCHEMA.packager, "${packager}");
        host.set(SCHEMA.rules, "every 2 : close\nevery 3 : explode\n");
        open();

        OpenHostPanel.awaitOnScreen(
                "the verdict", () -> panel.said("host.verdict").contains("'explode' is no behaviour"));

        RulesPage page = Parts.of(panel.gui())
                .filter(RulesPage.class::isInstance)
                .map(RulesPage.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(page.lines().marks()).isEqualTo(1);
        SwingUtilities.invokeAndWait(() -> page.lines().show("every 2 : close"));
        OpenHostPanel.awaitOnScreen(
                "the verdict", () -> panel.said("host.verdict").startsWith("One rule"));
        assertThat(page.lines().marks()).isZero();
    }

    @Test
    void shouldLeaveTheCaretWhereItIsWhenJMeterShowsTheSameHostAnew() throws Exception {
        host.set(SCHEMA.rules, "every 2 : close\nevery 3 : close\n");
        open();
        JTextArea rules = Parts.named(panel.gui(), JTextArea.class, PanelLabels.get("host.rules"));

        SwingUtilities.invokeAndWait(() -> {
            rules.setCaretPosition(20);
            panel.gui().modifyTestElement(host);
            panel.gui().configure(host);
        });

        assertThat(rules.getCaretPosition()).isEqualTo(20);
    }

    @Test
    void shouldBeGreyWhenTlsIsOffAndNotWhenItIsAnExpression() throws Exception {
        open();
        JPasswordField password =
                Parts.named(panel.gui(), JPasswordField.class, PanelLabels.get("host.keyStorePassword"));
        assertThat(password.isEnabled()).isFalse();

        host.setProperty(SCHEMA.useTls.getName(), "${tls}");
        SwingUtilities.invokeAndWait(() -> panel.gui().configure(host));
        assertThat(password.isEnabled()).isTrue();

        host.setProperty(SCHEMA.useTls.getName(), "false");
        SwingUtilities.invokeAndWait(() -> panel.gui().configure(host));
        assertThat(password.isEnabled()).isFalse();

        host.set(SCHEMA.useTls, true);
        SwingUtilities.invokeAndWait(() -> panel.gui().configure(host));
        assertThat(password.isEnabled()).isTrue();
    }

    private boolean isEnabled(String label) {
        return Parts.named(panel.gui(), JTextField.class, PanelLabels.get(label))
                .isEnabled();
    }

    @Test
    void shouldGreyTheOtherDirectionsFieldsOut() throws Exception {
        open();
        assertThat(isEnabled("host.port")).isTrue();
        assertThat(isEnabled("host.connections")).isFalse();

        host.set(SCHEMA.direction, "connect");
        SwingUtilities.invokeAndWait(() -> panel.gui().configure(host));

        assertThat(isEnabled("host.port")).isFalse();
        assertThat(isEnabled("host.connections")).isTrue();
    }

    @Test
    void shouldOpenTheHelpWhenItIsAskedFor() throws Exception {
        open();

        panel.press("host.help");

        assertThat(panel.results().shown(PanelLabels.get("host.help.title"))).isInstanceOf(RulesHelpView.class);
    }
}
