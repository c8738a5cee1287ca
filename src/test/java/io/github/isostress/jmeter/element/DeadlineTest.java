package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.labelled;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each thread waits for its response timeout, however many threads wait. */
@ExtendWith(JMeterEnvironment.class)
class DeadlineTest {
    private static final String ECHO_TEST = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 301";
    private static final int THREADS = 200;
    private static final int LOOPS = 2;
    private static final int TIMEOUT_MILLIS = 500;

    /** A bound on a busy machine; the bench measures how soon after the deadline a wait ends. */
    private static final long LONGEST_MILLIS = 100L * TIMEOUT_MILLIS;

    @Test
    void shouldFailEachRequestAtItsDeadlineWhenTheHostIsSilent() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("always : no answer")) {
            SmallPlan plan = new SmallPlan(THREADS, LOOPS);
            plan.group().add(Elements.connection("switch", host));
            plan.group().add(Elements.request("echo test", ECHO_TEST, TIMEOUT_MILLIS));

            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "switch connect")).hasSize(THREADS);
            assertThat(labelled(samples, "echo test")).hasSize(THREADS * LOOPS).allSatisfy(sample -> {
                assertThat(sample.getResponseCode()).isEqualTo(Failure.RESPONSE_TIMEOUT.name());
                assertThat(sample.isSuccessful()).isFalse();
                assertThat(sample.getTime()).isBetween((long) TIMEOUT_MILLIS, LONGEST_MILLIS);
            });
            assertThat(host.record().requestsReceived()).isEqualTo((long) THREADS * LOOPS);
        }
    }
}
