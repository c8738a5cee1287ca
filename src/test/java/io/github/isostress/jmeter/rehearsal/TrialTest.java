package io.github.isostress.jmeter.rehearsal;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContextService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What "Try it" and "Test connection" do. */
@ExtendWith(JMeterEnvironment.class)
class TrialTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final String SIGN_ON = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 001";
    private static final String SIGN_OFF = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 002";
    private static final String PURCHASE = "0 0200\n3 000000\n4 ${AMOUNT}\n11 ${__isoStan()}\n41 ${TERMINAL}\n";

    @Test
    void shouldTellEveryStepWhenARequestIsTried() {
        try (EmbeddedHost host = TestHosts.approving()) {
            Iso8583Connection connection = connection("switch", host);
            connection.set(SCHEMA.signOn, SIGN_ON);
            connection.set(SCHEMA.signOff, SIGN_OFF);

            List<SampleResult> samples =
                    Trial.of(scope(connection), request("echo", ECHO_TEST)).run();

            assertThat(samples)
                    .extracting(SampleResult::getSampleLabel)
                    .containsExactly("switch connect", "switch sign-on", "echo", "switch sign-off");
            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(samples.get(2).getResponseCode()).isEqualTo("00");
        }
    }

    @Test
    void shouldUseThePlansVariablesWhenTheyBuildOnOneAnother() {
        try (EmbeddedHost host = TestHosts.approving()) {
            String stan = RunContext.ofPreview().stans().next();
            PlanScope scope = new PlanScope(
                    Optional.of(connection("switch", "${PORT}")),
                    Map.of("PORT", String.valueOf(host.port()), "AMOUNT", "000000001234", "TERMINAL", "TERM0042"));

            List<SampleResult> samples =
                    Trial.of(scope, request("purchase", PURCHASE)).run();

            assertThat(samples).hasSize(2).allMatch(SampleResult::isSuccessful);
            assertThat(samples.get(1).getSamplerData())
                    .contains("000000001234")
                    .contains("TERM0042")
                    .contains(stan);
        }
    }

    @Test
    void shouldSayWhatIsMissingWhenAVariableHasNoValue() {
        try (EmbeddedHost host = TestHosts.approving()) {
            List<SampleResult> samples = Trial.of(scope(connection("switch", host)), request("purchase", PURCHASE))
                    .run();

            assertThat(samples).singleElement().satisfies(failed -> {
                assertThat(failed.getResponseCode()).isEqualTo("TEMPLATE_ERROR");
                assertThat(failed.getResponseDataAsString()).contains("${AMOUNT}");
            });
        }
    }

    @Test
    void shouldSayThatThereIsNoneWhenNoConnectionIsInScope() {
        List<SampleResult> samples = Trial.of(new PlanScope(Optional.empty(), Map.of()), request("echo", ECHO_TEST))
                .run();

        assertThat(samples)
                .singleElement()
                .satisfies(failed -> assertThat(failed.getResponseDataAsString())
                        .contains("there is no ISO 8583 Connection in the scope of 'echo'"));
    }

    @Test
    void shouldTellTheFailureWhenNobodyListens() {
        Iso8583Connection gone = connection("switch", String.valueOf(TestHosts.portWithoutHost()));

        assertThat(Trial.ofConnection(scope(gone)).run()).singleElement().satisfies(failed -> {
            assertThat(failed.getSampleLabel()).isEqualTo("switch connect");
            assertThat(failed.getResponseCode()).isEqualTo("CONNECTION_REFUSED");
        });
    }

    @Test
    void shouldConnectAndSignOnWhenTheConnectionIsTried() {
        try (EmbeddedHost host = TestHosts.approving()) {
            Iso8583Connection connection = connection("switch", host);
            connection.set(SCHEMA.signOn, SIGN_ON);

            assertThat(Trial.ofConnection(scope(connection)).run())
                    .extracting(SampleResult::getSampleLabel)
                    .containsExactly("switch connect", "switch sign-on");
            Await.until("the connection is closed", () -> host.record().open() == 0);
        }
    }

    @Test
    void shouldEndAtOnceWhenCancelledWhileItWaits() {
        try (EmbeddedHost host = TestHosts.ruled("always : no answer")) {
            Trial trial = Trial.of(scope(connection("switch", host)), request("echo", ECHO_TEST, 3_600_000));
            CompletableFuture<List<SampleResult>> running = CompletableFuture.supplyAsync(trial::run);
            Await.until("the request has come", () -> host.record().requestsReceived() == 1);

            trial.cancel();

            assertThat(running.join())
                    .extracting(SampleResult::getResponseCode)
                    .containsExactly("CONNECTED", "INTERRUPTED");
        }
    }

    @Test
    void shouldEndAtOnceWhenCancelledDuringTheSignOff() {
        try (EmbeddedHost host = TestHosts.ruled("mti 0820 : no answer")) {
            Iso8583Connection connection = connection("switch", host);
            connection.set(SCHEMA.signOff, SIGN_OFF.replace("0 0800", "0 0820"));
            connection.set(SCHEMA.sessionMessageTimeout, "3600000");
            Trial trial = Trial.of(scope(connection), request("echo", ECHO_TEST));
            CompletableFuture<List<SampleResult>> running = CompletableFuture.supplyAsync(trial::run);
            Await.until("the sign-off has come", () -> host.record().requestsReceived() == 2);

            trial.cancel();

            assertThat(running.orTimeout(60, TimeUnit.SECONDS).join())
                    .extracting(SampleResult::getSampleLabel)
                    .containsExactly("switch connect", "echo", "switch sign-off");
        }
    }

    @Test
    void shouldSendNothingWhenCancelledBeforeItBegins() {
        try (EmbeddedHost host = TestHosts.approving()) {
            Trial trial = Trial.of(scope(connection("switch", host)), request("echo", ECHO_TEST));

            trial.cancel();

            assertThat(trial.run()).extracting(SampleResult::getResponseCode).containsExactly("INTERRUPTED");
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(host.record().connections()).isZero();
        }
    }

    @Test
    void shouldLeaveTheTestRunAloneButForOneNumberWhenTried() {
        try (EmbeddedHost host = TestHosts.approving()) {
            RunContext run = CurrentRun.context();
            int before = Integer.parseInt(run.stans().next());

            Trial.of(scope(connection("switch", host)), request("echo", "0 0800\n7 0101000000\n11 ${__isoStan()}\n"))
                    .run();

            assertThat(Integer.parseInt(run.stans().next())).isEqualTo((before + 1) % 999_999 + 1);
            assertThat(CurrentRun.context()).isSameAs(run);
            assertThat(JMeterContextService.getContext().getVariables()).isNull();
        }
    }

    private static PlanScope scope(Iso8583Connection connection) {
        return new PlanScope(Optional.of(connection), Map.of());
    }
}
