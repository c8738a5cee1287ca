package io.github.isostress.jmeter.watch;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isostress.health.condition.WatchedSecond;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Elements;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583RateTimer;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a run knows of its own load when it is over. */
@ExtendWith(JMeterEnvironment.class)
class WatchedRunTest {
    private static List<WatchedSecond> seconds(SmallPlan plan) throws Exception {
        RunContext run = CurrentRun.context();
        plan.run();
        return run.watch().seconds();
    }

    private static Iso8583RateTimer timer(String rate) {
        Iso8583RateTimer timer = new Iso8583RateTimer();
        timer.setName("pace");
        timer.set(Iso8583RateTimerSchema.INSTANCE.rate, rate);
        return timer;
    }

    private static long sum(List<WatchedSecond> seconds, ToLongFunction<WatchedSecond> figure) {
        return seconds.stream().mapToLong(figure).sum();
    }

    /** How many of 200 a second are due in all that time; a busy machine sends fewer. */
    private static long dueIn(List<WatchedSecond> seconds) {
        return (long)
                (200 * seconds.stream().mapToDouble(WatchedSecond::seconds).sum());
    }

    @Test
    void shouldKnowWhatWasDueAndSentWhenARateWasAsked() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(4, -1);
            plan.group().add(timer("200"));
            plan.group().add(connection("switch", host));
            plan.group().add(request("echo", ECHO_TEST));
            RunContext run = CurrentRun.context();
            plan.start();
            Elements.await(() -> sum(run.watch().seconds(), WatchedSecond::sent) >= 200
                    && run.watch().seconds().stream()
                            .anyMatch(second -> second.intervalMicros() == 5_000 && second.threads() == 4));
            long sent = labelled(plan.shutDown(), "echo").size();
            List<WatchedSecond> seconds = run.watch().seconds();

            assertThat(sum(seconds, WatchedSecond::sent)).isEqualTo(sent);
            assertThat(sum(seconds, WatchedSecond::due)).isBetween(sent - 5, dueIn(seconds) + 5);
            assertThat(sum(seconds, WatchedSecond::listenerMicros)).isPositive();
            assertThat(sum(seconds, WatchedSecond::unsent)).isZero();
        }
    }

    /** The host has let no connection come about, so nothing of a request was ever sent. */
    @Test
    void shouldCountARequestAsNotSentWhenItHadNoConnection() throws Exception {
        SmallPlan plan = new SmallPlan(1, 3);
        plan.group().add(timer("200"));
        plan.group().add(connection("switch", "1"));
        plan.group().add(request("echo", ECHO_TEST));

        List<WatchedSecond> seconds = seconds(plan);

        assertThat(sum(seconds, WatchedSecond::sent)).isZero();
        assertThat(sum(seconds, WatchedSecond::unsent)).isEqualTo(3);
    }

    @Test
    void shouldKnowWhatWaitedForAThreadWhenThereAreTooFew() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("always : delay 50")) {
            SmallPlan plan = new SmallPlan(2, 30);
            plan.group().add(timer("400"));
            plan.group().add(connection("switch", host));
            plan.group().add(request("echo", ECHO_TEST));

            List<WatchedSecond> seconds = seconds(plan);

            assertThat(seconds)
                    .anySatisfy(second -> assertThat(second.waiting()).isGreaterThan(100));
            assertThat(sum(seconds, WatchedSecond::late)).isGreaterThan(40);
        }
    }

    /** Each thread sends once, and has no answer before its time is over. */
    @Test
    void shouldKnowWhatWasNeverSentWhenTheHostIsSilentUntilTheEnd() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("always : no answer")) {
            SmallPlan plan = new SmallPlan(2, 1_000);
            plan.threadGroup().setScheduler(true);
            plan.threadGroup().setDuration(1);
            plan.group().add(timer("100"));
            plan.group().add(connection("switch", host));
            Iso8583Request request = request("echo", ECHO_TEST);
            request.set(Iso8583RequestSchema.INSTANCE.responseTimeout, "1100");
            plan.group().add(request);

            List<WatchedSecond> seconds = seconds(plan);

            assumeTrue(seconds.get(0).due() > 20, "this machine needed all the time to begin");
            assertThat(sum(seconds, WatchedSecond::unsent)).isGreaterThan(10);
            assertThat(sum(seconds, WatchedSecond::due))
                    .isEqualTo(sum(seconds, WatchedSecond::sent) + sum(seconds, WatchedSecond::unsent));
            assertThat(seconds.get(seconds.size() - 1).waiting()).isZero();
        }
    }

    @Test
    void shouldKnowWhatWaitedForAConnectionWhenThePoolIsTooSmall() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("always : delay 20")) {
            SmallPlan plan = new SmallPlan(3, 4);
            Iso8583Connection connection = connection("switch", host);
            connection.set(Iso8583ConnectionSchema.INSTANCE.keep, "pool of 1");
            plan.group().add(connection);
            plan.group().add(request("echo", ECHO_TEST));

            List<WatchedSecond> seconds = seconds(plan);

            assertThat(sum(seconds, WatchedSecond::poolWaits)).isPositive();
            assertThat(sum(seconds, WatchedSecond::poolWaitMicros)).isGreaterThan(10_000);
        }
    }
}
