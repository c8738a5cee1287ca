package io.github.isostress.jmeter.gui;

import static io.github.isostress.jmeter.gui.OpenHostPanel.awaitOnScreen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.RunningHost;
import io.github.isostress.jmeter.element.RunningHosts;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A host that a user starts by hand. */
@ExtendWith(JMeterEnvironment.class)
class RehearsalStripTest {
    private static final Iso8583HostSchema SCHEMA = Iso8583HostSchema.INSTANCE;

    private final Iso8583Host host = new Iso8583Host();
    private OpenHostPanel panel;

    private void open() throws Exception {
        host.setName("embedded");
        panel = OpenHostPanel.of(host);
    }

    @AfterEach
    void stop() {
        RunningHosts.stopRehearsals();
    }

    @Test
    void shouldListenUntilStoppedWhenItIsStartedByHand() throws Exception {
        open();

        panel.press("host.live.start");
        awaitOnScreen("it listens", () -> panel.said("host.live.state").startsWith("Rehearsal: listens on 127.0.0.1:"));
        assertThat(panel.canPress("host.live.start")).isFalse();
        assertThat(RunningHosts.find(host, "embedded")).isPresent();

        panel.press("host.live.stop");
        awaitOnScreen(
                "it has ended", () -> panel.said("host.live.state").startsWith("'embedded' has ended: 0 connections"));
        assertThat(panel.canPress("host.live.start")).isTrue();
        assertThat(panel.canPress("host.live.stop")).isFalse();
        assertThat(RunningHosts.all()).isEmpty();
    }

    @Test
    void shouldOfferARestartWhenItsSettingsHaveChanged() throws Exception {
        open();
        panel.press("host.live.start");
        awaitOnScreen("it listens", () -> panel.said("host.live.state").startsWith("Rehearsal: listens on 127.0.0.1:"));
        assertThat(panel.offers("host.live.restart")).isFalse();
        RunningHost before = RunningHosts.find(host, "embedded").orElseThrow();

        try (Socket client = new Socket("127.0.0.1", before.port())) {
            panel.writeRules(host, "every 2 : explode");
            awaitOnScreen("it is offered", () -> panel.offers("host.live.restart"));
            assertThat(panel.said("host.live.state")).endsWith(PanelLabels.get("host.live.outdated"));
            panel.press("host.live.restart");
            awaitOnScreen("the reason", () -> panel.said("host.live.state").contains("'explode' is no behaviour"));
            assertThat(RunningHosts.all()).containsExactly(before);

            panel.writeRules(host, "every 2 : decline 51");
            panel.press("host.live.restart");
            awaitOnScreen("it is no longer offered", () -> !panel.offers("host.live.restart"));

            assertThat(client.getInputStream().read())
                    .as("the end of the stream")
                    .isEqualTo(-1);
        }
        RunningHost after = RunningHosts.find(host, "embedded").orElseThrow();
        assertThat(after).isNotSameAs(before);
        assertThat(after.port()).isEqualTo(before.port());
        panel.writeRules(host, "every 3 : decline 51");
        awaitOnScreen("it is offered", () -> panel.offers("host.live.restart"));
        panel.writeRules(host, "every 2 : decline 51");
        awaitOnScreen("it is not offered", () -> !panel.offers("host.live.restart"));
    }

    @Test
    void shouldSayWhatTheHostWaitsForWhenAClientSpeaksOtherwise() throws Exception {
        open();
        panel.press("host.live.start");
        awaitOnScreen("it listens", () -> panel.said("host.live.state").startsWith("Rehearsal: listens on 127.0.0.1:"));

        try (Socket client = new Socket(
                "127.0.0.1", RunningHosts.find(host, "embedded").orElseThrow().port())) {
            client.getOutputStream().write("00620200".getBytes(StandardCharsets.US_ASCII));
        }

        awaitOnScreen("it is said", () -> {
            SwingUtilities.invokeLater(() -> panel.gui().configure(host));
            return panel.said("host.live.state")
                    .contains("closed the connection inside a frame: 30 30 as length is 12336");
        });
    }

    @Test
    void shouldSayWhyWhenItCannotStart() throws Exception {
        host.set(SCHEMA.packager, "nonsense");
        open();

        panel.press("host.live.start");

        awaitOnScreen("the reason", () -> panel.said("host.live.state").contains("packager 'nonsense' is none of"));
        assertThat(panel.canPress("host.live.start")).isTrue();
    }

    @Test
    void shouldSayNothingOfAnotherHostWhenItsStartFailsOnlyNow() throws Exception {
        host.set(SCHEMA.packager, "nonsense");
        open();
        Iso8583Host other = new Iso8583Host();
        other.setName("other");

        SwingUtilities.invokeAndWait(() -> {
            Parts.press(panel.gui(), PanelLabels.get("host.live.start"));
            panel.gui().configure(other);
            // The worker's outcome is delivered on this thread, and so only now.
            assertThat(panel.canPress("host.live.start")).isTrue();
        });
        panel.press("host.live.start");

        awaitOnScreen("it listens", () -> panel.said("host.live.state").startsWith("Rehearsal: listens on 127.0.0.1:"));
        panel.press("host.live.stop");
        awaitOnScreen("it has ended", () -> panel.said("host.live.state").startsWith("'other' has ended"));
    }
}
