package io.github.isostress.jmeter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.connect.ConnectionTarget;
import io.github.isostress.connect.Direction;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.health.ObservedEvent;
import io.github.isostress.health.Result;
import io.github.isostress.link.LinkEvent;
import org.junit.jupiter.api.Test;

/** What the run's observer is told of link events. */
class ObservationsTest {
    private static final ConnectionTarget TWO_HOSTS = new ConnectionTarget(
            Direction.WE_CONNECT, "10.1.2.3:5000, or 10.1.2.4:5000", false, FramingReader.parse("binary2"));

    @Test
    void shouldNameHostsAndTimesWhenAConnectHasFailed() {
        LinkEvent event = new LinkEvent.NotConnected(
                TWO_HOSTS, new FailureReport(Failure.CONNECT_TIMEOUT, ""), 1_000, 3_000, "the first one");

        assertThat(Observations.observed(event, "switch connect", Result.FAILED, "CONNECT_TIMEOUT"))
                .isEqualTo(new ObservedEvent(
                        "switch connect",
                        "10.1.2.3:5000, or 10.1.2.4:5000",
                        Result.FAILED,
                        "CONNECT_TIMEOUT",
                        1_000,
                        3_000));
    }

    @Test
    void shouldNameNoHostWhenASampleWaitedForAConnection() {
        LinkEvent event = new LinkEvent.Waited(LinkEvent.Waited.For.POOL, "pool of 1", 1_000, 3_000, null);

        assertThat(Observations.observed(event, "switch pool wait", Result.SUCCEEDED, "WAITED")
                        .host())
                .isEmpty();
    }
}
