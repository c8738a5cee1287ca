package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.labels;
import static io.github.isostress.jmeter.element.Elements.pause;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.AwaitingTimer;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-on, echo and sign-off that fail: the requests go on, and no connection stays open. */
@ExtendWith(JMeterEnvironment.class)
class SessionMessageFaultsTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final String SIGN_ON = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 001";
    private static final String SIGN_OFF = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 002";
    private static final String NOT_TO_BE_BUILT = "0 0800\n7 0101000000\n11 ${__P(a.long.stan)}\n70 001";

    private static SmallPlan plan(EmbeddedHost host, int threads, int loops, Object... properties) {
        SmallPlan plan = new SmallPlan(threads, loops);
        Iso8583Connection connection = Elements.connection("switch", host);
        for (int i = 0; i < properties.length; i += 2) {
            connection.set((StringPropertyDescriptor<?>) properties[i], (String) properties[i + 1]);
        }
        JMeterUtils.setProperty("a.long.stan", "1234567");
        plan.group().add(connection);
        return plan;
    }

    @Test
    void shouldCloseTheConnectionWhenTheSignOnCannotBeBuilt() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = plan(host, 1, 3, SCHEMA.signOn, NOT_TO_BE_BUILT, SCHEMA.reconnectPause, "none");
            plan.group().add(request("echo", ECHO_TEST));

            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "switch sign-on"))
                    .hasSize(3)
                    .extracting(SampleResult::getResponseCode)
                    .containsOnly("TEMPLATE_ERROR");
            Elements.await(
                    () -> host.record().connections() == 3 && host.record().open() == 0);
        }
    }

    @Test
    void shouldTryTheEchoOncePerIdleTimeWhenItCannotBeBuilt() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = plan(host, 1, 1, SCHEMA.echo, NOT_TO_BE_BUILT, SCHEMA.echoIdle, "1");
            plan.group().add(request("echo", ECHO_TEST));
            // More than one comes while the connection is idle.
            plan.group()
                    .add(pause(0))
                    .add(new AwaitingTimer(
                            () -> labelled(plan.samples(), "switch echo").size() >= 3));
            plan.group().add(request("echo", ECHO_TEST));
            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "switch echo")).hasSizeBetween(3, Elements.seconds(samples));
            assertThat(labelled(samples, "echo")).hasSize(2).allMatch(SampleResult::isSuccessful);
        }
    }

    @Test
    void shouldGoOnWithAnotherConnectionWhenTheSignOffHasTheNumberOfARequestWithoutAnswer() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("mti 0800 de 70 301 every 3 : no answer")) {
            SmallPlan plan = plan(host, 1, 1, SCHEMA.signOff, ECHO_TEST, SCHEMA.reconnectPause, "none");
            for (int number = 1; number <= 5; number++) {
                plan.group().add(request("echo", ECHO_TEST, number == 3 ? 500 : 60_000));
            }

            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "echo"))
                    .extracting(SampleResult::getResponseCode)
                    .containsExactly("00", "00", "RESPONSE_TIMEOUT", "00", "00");
            SampleResult signOff = labelled(samples, "switch sign-off").get(0);
            assertThat(signOff.getResponseCode()).isEqualTo("TEMPLATE_ERROR");
            assertThat(signOff.getResponseDataAsString()).contains("give each its own STAN");
            Elements.await(() -> host.record().open() == 0);
        }
    }

    @Test
    void shouldConnectAgainWithoutPauseWhenTheHostClosesAtTheSignOff() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("mti 0800 de 70 002 : close")) {
            SmallPlan plan =
                    plan(host, 1, 3, SCHEMA.keep, "sample", SCHEMA.signOff, SIGN_OFF, SCHEMA.reconnectPause, "3000");
            plan.group().add(request("echo", ECHO_TEST));

            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "switch sign-off"))
                    .hasSize(3)
                    .extracting(SampleResult::getResponseCode)
                    .containsOnly("CLOSED_BY_HOST");
            assertThat(labelled(samples, "switch connect"))
                    .hasSize(3)
                    .noneMatch(connect -> connect.getResponseDataAsString().contains("waited"));
        }
    }

    @Test
    void shouldReportWhatTheHostSaysFirstWhenThatComesBeforeTheSignOnsAnswer() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("mti 0800 de 70 001 : speak first")) {
            SmallPlan plan = plan(host, 1, 1, SCHEMA.signOn, SIGN_ON);
            plan.group().add(request("echo", ECHO_TEST));

            List<SampleResult> samples = plan.run();

            assertThat(labels(samples))
                    .containsEntry("switch unsolicited", 1L)
                    .containsEntry("switch sign-on", 1L)
                    .containsEntry("echo", 1L);
        }
    }

    @Test
    void shouldEndAtOnceWhenNoAnswerComesToTheSignOffAfterAStop() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("mti 0800 de 70 002 : no answer")) {
            SmallPlan plan = plan(host, 3, 1, SCHEMA.signOff, SIGN_OFF, SCHEMA.sessionMessageTimeout, "60000");
            plan.group().add(request("echo", ECHO_TEST));
            plan.group().add(pause(120_000));
            plan.start();
            Elements.await(() -> plan.samples().size() == 6);

            long start = System.nanoTime();
            plan.stop();

            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                    .isLessThan(20);
            Elements.await(() -> host.record().open() == 0);
        }
    }

    @Test
    void shouldSignPooledConnectionsOffAtOnceWhenTheHostIsSlow() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("mti 0800 de 70 002 : delay 1500")) {
            SmallPlan plan = plan(host, 10, 1, SCHEMA.keep, "pool of 10", SCHEMA.signOff, SIGN_OFF);
            // It opens all of the pool before the first request.
            plan.group().add(PacedPlan.patientTimer("1000"));
            plan.group().add(request("echo", ECHO_TEST));
            List<SampleResult> signOffs = labelled(plan.run(), "switch sign-off");

            assertThat(signOffs).hasSize(10).allMatch(SampleResult::isSuccessful);
            // One after the other they would take the sum of their times.
            assertThat(PacedPlan.lastEnd(signOffs) - PacedPlan.firstStart(signOffs))
                    .isLessThan(
                            signOffs.stream().mapToLong(SampleResult::getTime).sum() * 8 / 10);
        }
    }
}
