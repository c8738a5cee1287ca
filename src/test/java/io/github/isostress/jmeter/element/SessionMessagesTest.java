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
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-on, echo and sign-off: exchanges of the connection itself, each a sample. */
@ExtendWith(JMeterEnvironment.class)
class SessionMessagesTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final String SIGN_ON = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 001";
    private static final String SIGN_OFF = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 002";
    private static final String IDLE_ECHO = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 301";

    @Test
    void shouldSignOnAndOffOncePerConnectionWhenToldTo() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            List<SampleResult> samples = run(host, 2, 3, SCHEMA.signOn, SIGN_ON, SCHEMA.signOff, SIGN_OFF);

            assertThat(labels(samples))
                    .containsEntry("switch connect", 2L)
                    .containsEntry("switch sign-on", 2L)
                    .containsEntry("echo", 6L)
                    .containsEntry("switch sign-off", 2L)
                    .hasSize(4);
            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(labelled(samples, "switch sign-on")).allSatisfy(signOn -> {
                assertThat(signOn.getResponseCode()).isEqualTo("00");
                assertThat(signOn.getSamplerData()).contains("DE 70").contains("001");
                assertThat(signOn.getThreadName()).startsWith("workers ");
            });
            Elements.await(() -> host.record().requestsAnswered() == 10);
        }
    }

    private static List<SampleResult> run(EmbeddedHost host, int threads, int loops, Object... properties)
            throws Exception {
        SmallPlan plan = new SmallPlan(threads, loops);
        plan.group().add(connection(host, properties));
        plan.group().add(request("echo", ECHO_TEST));
        return plan.run();
    }

    private static Iso8583Connection connection(EmbeddedHost host, Object... properties) {
        Iso8583Connection connection = Elements.connection("switch", host);
        for (int i = 0; i < properties.length; i += 2) {
            connection.set((StringPropertyDescriptor<?>) properties[i], (String) properties[i + 1]);
        }
        return connection;
    }

    @Test
    void shouldCloseTheConnectionAndTryAgainWhenTheSignOnIsRefused() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("mti 0800 de 70 001 every 2 : decline 91")) {
            List<SampleResult> samples =
                    run(host, 1, 4, SCHEMA.signOn, SIGN_ON, SCHEMA.keep, "sample", SCHEMA.reconnectPause, "none");

            List<SampleResult> signOns = labelled(samples, "switch sign-on");
            assertThat(signOns)
                    .extracting(SampleResult::getResponseCode)
                    .containsExactly("00", "SIGN_ON_REFUSED", "00", "SIGN_ON_REFUSED");
            assertThat(signOns.get(1).getResponseMessage()).isEqualTo("The host refused the sign-on");
            assertThat(signOns.get(1).getResponseDataAsString()).contains("91 Issuer or switch is inoperative");
            assertThat(labelled(samples, "echo")).hasSize(2).allMatch(SampleResult::isSuccessful);
            Elements.await(() -> host.record().open() == 0);
        }
    }

    @Test
    void shouldSendAnEchoWhenTheConnectionIsIdle() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(2, 1);
            plan.group().add(connection(host, SCHEMA.echo, IDLE_ECHO, SCHEMA.echoIdle, "1"));
            plan.group().add(request("echo", ECHO_TEST));
            plan.group()
                    .add(pause(0))
                    .add(new AwaitingTimer(() -> labelled(plan.samples(), "switch echo").stream()
                            .anyMatch(echo -> echo.getThreadName()
                                    .equals(Thread.currentThread().getName()))));
            plan.group().add(request("echo", ECHO_TEST));
            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "switch echo"))
                    .hasSizeBetween(2, 2 * Elements.seconds(samples))
                    .allMatch(SampleResult::isSuccessful);
            assertThat(labelled(samples, "switch echo"))
                    .extracting(SampleResult::getThreadName)
                    .contains("workers 1-1", "workers 1-2");
            assertThat(labels(samples)).containsEntry("switch connect", 2L).containsEntry("echo", 4L);
            assertThat(samples).allMatch(SampleResult::isSuccessful);
        }
    }

    @Test
    void shouldSayWhichTemplateIsWrongWhenASessionMessageCannotBeBuilt() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            List<SampleResult> samples = run(host, 1, 1, SCHEMA.signOff, "0 0800\n11 1234567");

            assertThat(samples).singleElement().satisfies(sample -> {
                assertThat(sample.getSampleLabel()).isEqualTo("echo");
                assertThat(sample.getResponseCode()).isEqualTo("TEMPLATE_ERROR");
                assertThat(sample.getResponseDataAsString())
                        .contains("'switch', signOff: line 2, element 11: has 7 characters, at most 6 are allowed");
            });
        }
    }

    @Test
    void shouldSignPooledConnectionsOffWhenTheTestEnds() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            List<SampleResult> samples =
                    run(host, 3, 2, SCHEMA.keep, "pool of 1", SCHEMA.signOn, SIGN_ON, SCHEMA.signOff, SIGN_OFF);

            assertThat(labels(samples)).containsEntry("switch sign-on", 1L).containsEntry("echo", 6L);
            Elements.await(() -> host.record().open() == 0);
            Elements.await(() -> host.record().requestsAnswered() == 8);
        }
    }
}
