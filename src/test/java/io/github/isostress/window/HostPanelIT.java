package io.github.isostress.window;

import io.github.isostress.support.Await;
import org.junit.jupiter.api.Test;

/** A host is rehearsed with. */
@WindowTest
class HostPanelIT {
    @Test
    void shouldListenWithTheSettingsOfNowWhenItIsStartedAndRestartedByHand(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        Pane host = jmeter.select(Plans.HOST);

        host.button("Start now").press();
        host.awaitInSight("Rehearsal: listens on");
        jmeter.picture("host-rehearsal");
        host.tab("Rules").field("Rules").type("always : decline 51");
        host.awaitInSight("Settings have changed since the host started").awaitWords("One rule, and it can be played");
        jmeter.picture("host-outdated");
        host.button("Restart").press();
        Await.until("the host has the settings", () -> !host.words().contains("Settings have changed"));
        host.awaitInSight("Rehearsal: listens on");
        host.button("Stop").press();

        host.awaitWords("has ended");
    }

    @Test
    void shouldCountConnectionsWhileTheTestRuns(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        Pane host = jmeter.select(Plans.HOST);

        jmeter.start();

        host.awaitWords("Test run: listens on", "20 connections stand");
        jmeter.stop();
    }

    @Test
    void shouldSayWhatIsWrongWhenARuleIsMistyped(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        Pane host = jmeter.select(Plans.HOST).tab("Rules");

        host.field("Rules").type("mti 0200 : declin 51");

        host.awaitWords("'declin' is no behaviour");
        jmeter.picture("host-rule-problem");
    }
}
