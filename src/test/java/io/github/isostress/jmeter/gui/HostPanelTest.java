package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.RunningHosts;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.support.Await;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractButton;
import javax.swing.JPasswordField;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The host's panel, as a user works with it. */
@ExtendWith(JMeterEnvironment.class)
class HostPanelTest {
    private static final Iso8583HostSchema SCHEMA = Iso8583HostSchema.INSTANCE;

    private final Results results = new Results();
    private final Iso8583Host host = new Iso8583Host();
    private Iso8583HostGui gui;

    private void open() throws Exception {
        host.setName("embedded");
        SwingUtilities.invokeAndWait(() -> {
            PlanTreeScope scope = new PlanTreeScope(
                    Optional.empty(), List.of(), List.of(), Map.of("packager", "iso87ascii"), List.of());
            gui = new Iso8583HostGui(() -> scope, results);
            gui.configure(host);
        });
    }

    @AfterEach
    void stop() {
        RunningHosts.stopRehearsals();
    }

    private void press(String key) throws Exception {
        SwingUtilities.invokeAndWait(() -> Parts.press(gui, PanelLabels.get(key)));
    }

    private boolean canPress(String key) {
        return Parts.named(gui, AbstractButton.class, PanelLabels.get(key)).isEnabled();
    }

    private String said(String key) {
        return Parts.named(gui, SentenceArea.class, PanelLabels.get(key)).getText();
    }

    private static void awaitOnScreen(String expectation, BooleanSupplier condition) {
        Await.until(expectation, () -> {
            boolean[] holds = new boolean[1];
            try {
                SwingUtilities.invokeAndWait(() -> holds[0] = condition.getAsBoolean());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return holds[0];
        });
    }

    @Test
    void shouldMarkTheLineAndSayWhyWhenARuleIsWrong() throws Exception {
        host.set(SCHEMA.packager, "${packager}");
        host.set(SCHEMA.rules, "every 2 : close\nevery 3 : explode\n");
        open();

        awaitOnScreen("the verdict", () -> said("host.verdict").contains("'explode' is no behaviour"));

        RulesPage page = Parts.of(gui)
                .filter(RulesPage.class::isInstance)
                .map(RulesPage.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(page.lines().marks()).isEqualTo(1);
        SwingUtilities.invokeAndWait(() -> page.lines().show("every 2 : close"));
        awaitOnScreen("the verdict", () -> said("host.verdict").startsWith("One rule"));
        assertThat(page.lines().marks()).isZero();
    }

    @Test
    void shouldListenUntilStoppedWhenItIsStartedByHand() throws Exception {
        open();

        press("host.live.start");
        awaitOnScreen("it listens", () -> said("host.live.state").startsWith("Rehearsal: listens on 127.0.0.1:"));
        assertThat(canPress("host.live.start")).isFalse();
        assertThat(RunningHosts.find(host, "embedded")).isPresent();

        press("host.live.stop");
        awaitOnScreen("it has ended", () -> said("host.live.state").startsWith("'embedded' has ended: 0 connections"));
        assertThat(canPress("host.live.start")).isTrue();
        assertThat(canPress("host.live.stop")).isFalse();
        assertThat(RunningHosts.all()).isEmpty();
    }

    @Test
    void shouldSayWhyWhenItCannotStart() throws Exception {
        host.set(SCHEMA.packager, "nonsense");
        open();

        press("host.live.start");

        awaitOnScreen("the reason", () -> said("host.live.state").contains("packager 'nonsense' is none of"));
        assertThat(canPress("host.live.start")).isTrue();
    }

    @Test
    void shouldSayNothingOfAnotherHostWhenItsStartFailsOnlyNow() throws Exception {
        host.set(SCHEMA.packager, "nonsense");
        open();
        Iso8583Host other = new Iso8583Host();
        other.setName("other");

        SwingUtilities.invokeAndWait(() -> {
            Parts.press(gui, PanelLabels.get("host.live.start"));
            gui.configure(other);
            // The worker's outcome is delivered on this thread, and so only now.
            assertThat(canPress("host.live.start")).isTrue();
        });
        press("host.live.start");

        awaitOnScreen("it listens", () -> said("host.live.state").startsWith("Rehearsal: listens on 127.0.0.1:"));
        press("host.live.stop");
        awaitOnScreen("it has ended", () -> said("host.live.state").startsWith("'other' has ended"));
    }

    @Test
    void shouldLeaveTheCaretWhereItIsWhenJMeterShowsTheSameHostAnew() throws Exception {
        host.set(SCHEMA.rules, "every 2 : close\nevery 3 : close\n");
        open();
        JTextArea rules = Parts.named(gui, JTextArea.class, PanelLabels.get("host.rules"));

        SwingUtilities.invokeAndWait(() -> {
            rules.setCaretPosition(20);
            gui.modifyTestElement(host);
            gui.configure(host);
        });

        assertThat(rules.getCaretPosition()).isEqualTo(20);
    }

    @Test
    void shouldBeGreyWhenTlsIsOffAndNotWhenItIsAnExpression() throws Exception {
        open();
        JPasswordField password = Parts.named(gui, JPasswordField.class, PanelLabels.get("host.keyStorePassword"));
        assertThat(password.isEnabled()).isFalse();

        host.setProperty(SCHEMA.useTls.getName(), "${tls}");
        SwingUtilities.invokeAndWait(() -> gui.configure(host));
        assertThat(password.isEnabled()).isTrue();

        host.setProperty(SCHEMA.useTls.getName(), "false");
        SwingUtilities.invokeAndWait(() -> gui.configure(host));
        assertThat(password.isEnabled()).isFalse();

        host.set(SCHEMA.useTls, true);
        SwingUtilities.invokeAndWait(() -> gui.configure(host));
        assertThat(password.isEnabled()).isTrue();
    }

    private boolean isEnabled(String label) {
        return Parts.named(gui, JTextField.class, PanelLabels.get(label)).isEnabled();
    }

    @Test
    void shouldGreyTheOtherDirectionsFieldsOut() throws Exception {
        open();
        assertThat(isEnabled("host.port")).isTrue();
        assertThat(isEnabled("host.connections")).isFalse();

        host.set(SCHEMA.direction, "connect");
        SwingUtilities.invokeAndWait(() -> gui.configure(host));

        assertThat(isEnabled("host.port")).isFalse();
        assertThat(isEnabled("host.connections")).isTrue();
    }

    @Test
    void shouldOpenTheHelpWhenItIsAskedFor() throws Exception {
        open();

        press("host.help");

        assertThat(results.shown(PanelLabels.get("host.help.title"))).isInstanceOf(RulesHelpView.class);
    }
}
