package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labels;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.link.Interruption;
import io.github.isostress.support.TestHosts;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Samples that fail before anything is sent: how fast they follow each other, and whether they end the test. */
@ExtendWith(JMeterEnvironment.class)
class NothingSentTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final String WRONG_TEMPLATE = "0 0800\n11 1234567";
    private static final int FOR_EVER = -1;

    private final UnsentPause pause = new UnsentPause();
    private final Interruption interruption = new Interruption();

    private long unsentMillis() {
        long start = System.nanoTime();
        pause.unsent(interruption);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    @Test
    void shouldWaitTwiceAsLongEachTimeWhenSamplesFailInARow() {
        interruption.begin();
        unsentMillis();

        assertThat(unsentMillis()).isGreaterThanOrEqualTo(10);
        assertThat(unsentMillis()).isGreaterThanOrEqualTo(20);
        assertThat(unsentMillis()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void shouldNotWaitWhenStopped() {
        interruption.begin();
        interruption.raise();
        long start = System.nanoTime();

        for (int i = 0; i < 100; i++) {
            pause.unsent(interruption);
        }

        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(10);
    }

    @Test
    void shouldGoOnAtFullSpeedWhenOtherSamplesOfTheConnectionAreSent() throws Exception {
        SmallPlan plan = new SmallPlan(1, 200);
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(connection("switch", host));
            plan.group().add(request("wrong", WRONG_TEMPLATE));
            plan.group().add(request("right", ECHO_TEST));
            long start = System.nanoTime();

            assertThat(labels(plan.run())).containsEntry("wrong", 200L).containsEntry("right", 200L);

            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                    .isLessThan(60);
        }
    }

    private static Iso8583Connection ending(Iso8583Connection connection) {
        connection.set(SCHEMA.whenNothingCanBeSent, EarlyEnd.END_THE_TEST);
        return connection;
    }

    @Test
    void shouldEndTheTestAtOnceWhenTheRunWasRefused() throws Exception {
        SmallPlan plan = new SmallPlan(1, FOR_EVER);
        plan.group().add(ending(connection("switch", "5000")));
        plan.group().add(request("echo", ECHO_TEST));
        CurrentRun.context().refuse("property test_duration_secs is '0'");

        assertThat(plan.run())
                .singleElement()
                .satisfies(sample ->
                        assertThat(sample.getResponseDataAsString()).contains("property test_duration_secs is '0'"));
    }

    @Test
    void shouldSaySoWhenTheChoiceIsNone() throws Exception {
        SmallPlan plan = new SmallPlan(1, 1);
        Iso8583Connection connection = connection("switch", "5000");
        connection.set(SCHEMA.whenNothingCanBeSent, "despair");
        plan.group().add(connection);
        plan.group().add(request("echo", ECHO_TEST));

        assertThat(plan.run())
                .singleElement()
                .satisfies(sample -> assertThat(sample.getResponseDataAsString())
                        .contains("'switch': whenNothingCanBeSent: 'despair' is none of keep trying, end the test"));
    }
}
