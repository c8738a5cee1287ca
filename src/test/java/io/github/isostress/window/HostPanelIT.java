package io.github.isostress.window;

import org.junit.jupiter.api.Test;

/** A host is rehearsed with. */
@WindowTest
class HostPanelIT {
    @Test
    void shouldListenUntilItIsStoppedWhenItIsStartedByHand(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        Pane host = jmeter.select(Plans.HOST);

        host.button("Start now").press();
        host.awaitWords("Rehearsal: listens on");
        jmeter.picture("host-rehearsal");
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
