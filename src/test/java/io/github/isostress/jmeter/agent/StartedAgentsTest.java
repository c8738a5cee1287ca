package io.github.isostress.jmeter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.util.List;
import org.apache.jmeter.engine.DistributedRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a controller assigns to the agents that JMeter says it starts. */
@ExtendWith(JMeterEnvironment.class)
class StartedAgentsTest {
    private static final Logger RUNNER = LoggerFactory.getLogger(DistributedRunner.class);

    /** As an element of a plan does that is opened. */
    @BeforeAll
    static void watch() {
        StartedAgents.watch();
    }

    private static void start(String... hosts) {
        for (String host : hosts) {
            RUNNER.info("Configuring remote engine: {}", host);
        }
        startConfigured(List.of(hosts));
    }

    private static void startConfigured(List<String> hosts) {
        RUNNER.info("Starting distributed test with remote engines: " + hosts + " @ 2026 Nov 29 06:05:27 UTC (17)");
    }

    @Test
    void shouldNumberThemInTheOrderInWhichTheUserNamesThemWhenJMeterStartsThemInAnother() {
        start("b:1099", " a:1099", "[::1]:1099");
        startConfigured(List.of("[::1]:1099", " a:1099", "b:1099"));

        assertThat(StartedAgents.assignment().hosts()).containsExactly("b:1099", "a:1099", "[::1]:1099");
    }

    @Test
    void shouldLeaveOutOneWhenItCouldNotBeReached() {
        start("a:1099", "b:1099", "c:1099");
        startConfigured(List.of("a:1099", "c:1099"));

        assertThat(StartedAgents.assignment().hosts()).containsExactly("a:1099", "c:1099");
    }

    @Test
    void shouldBeMadeOnceWhenSeveralAreStartedAndAnewForTheNextRun() {
        start("a:1099", "b:1099");
        Assignment first = StartedAgents.assignment();
        assertThat(StartedAgents.assignment()).isSameAs(first);

        start("a:1099");

        assertThat(StartedAgents.assignment()).isNotSameAs(first);
        assertThat(StartedAgents.assignment().hosts()).containsExactly("a:1099");
    }
}
