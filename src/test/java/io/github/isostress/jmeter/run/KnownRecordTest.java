package io.github.isostress.jmeter.run;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.support.TestHosts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a run knows of itself, whether or not there is a place to write it. */
@ExtendWith(JMeterEnvironment.class)
class KnownRecordTest {
    private static final int LOOPS = 3;

    @Test
    void shouldBeKnownWhenEveryElementHasHeardOfTheEndUntilTheNextRunBegins() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(1, LOOPS);
            plan.group().add(connection("switch", host));
            plan.group().add(request("echo", ECHO_TEST));
            plan.group().add(request("another echo", ECHO_TEST));
            plan.run();

            assertThat(TestRun.record())
                    .get()
                    .extracting(run -> run.figures().orElseThrow().all().count())
                    .isEqualTo(2L * LOOPS);
        }
        SmallPlan without = new SmallPlan(1, 1);
        without.group().add(connection("switch", "1"));
        without.run();

        assertThat(TestRun.record()).isEmpty();
    }
}
