package io.github.isostress.jmeter.rehearsal;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.Await;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.samplers.SampleResult;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What "Try it" and "Test connection" say with TLS of a host that has none. */
@ExtendWith(JMeterEnvironment.class)
class TrialOfPlainHostTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    /** A test that waits for it fails. */
    private static final String LONG_MILLIS = "120000";

    private static final String SILENCE = " s nothing has come to the TLS hello: a host without TLS waits for a message"
            + " there; a slow one may still answer.";

    private static PlanScope scope(ScriptedPeer peer) {
        Iso8583Connection connection = connection("switch", String.valueOf(peer.port()));
        connection.set(SCHEMA.useTls, true);
        connection.set(SCHEMA.connectTimeout, LONG_MILLIS);
        return new PlanScope(Optional.of(connection), Map.of());
    }

    private static CompletableFuture<List<SampleResult>> begun(Trial trial) {
        return CompletableFuture.supplyAsync(trial::run).orTimeout(60, TimeUnit.SECONDS);
    }

    @Test
    void shouldSayWhileItWaitsThatNothingComesWhenTheHostIsSilent() {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(1), Step.staySilent())) {
            List<Trial> trials =
                    List.of(Trial.ofConnection(scope(peer)), Trial.of(scope(peer), request("echo", ECHO_TEST)));
            List<CompletableFuture<List<SampleResult>>> running =
                    trials.stream().map(TrialOfPlainHostTest::begun).toList();

            for (Trial trial : trials) {
                Await.until(SILENCE, () -> trial.awaited().orElse("").endsWith(SILENCE));
                trial.cancel();
            }

            assertThat(running).allSatisfy(each -> assertThat(each.join()).noneMatch(SampleResult::isSuccessful));
            assertThat(trials).extracting(Trial::awaited).containsOnly(Optional.empty());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1999, ''", "2000, For 2", "9999, For 9"})
    void shouldSayItAfterTwoSecondsWhenNothingComes(long millis, String begin) {
        assertThat(SilentHandshake.words(OptionalLong.of(TimeUnit.MILLISECONDS.toNanos(millis)))
                        .orElse(""))
                .isEqualTo(begin.isEmpty() ? "" : begin + SILENCE);
        assertThat(SilentHandshake.words(OptionalLong.empty())).isEmpty();
    }

    /** Then the host waits for more, also after the one character ENQ. */
    @ParameterizedTest
    @ValueSource(strings = {"0022ISO0150000770800...", "\u0005"})
    void shouldFailAtOnceWhenTheHostAnswersWhatIsNoTls(String answer) {
        assertThatFailure(Step.read(5), Step.send(answer.getBytes(StandardCharsets.US_ASCII)), Step.staySilent())
                .isEqualTo("TLS_NOT_SPOKEN");
    }

    @Test
    void shouldFailAtOnceWhenTheHostClosesAfterTheHello() {
        assertThatFailure(Step.read(5)).isEqualTo("TLS_HANDSHAKE_BROKEN_OFF");
    }

    private static AbstractStringAssert<?> assertThatFailure(Step... script) {
        try (ScriptedPeer peer = ScriptedPeer.playing(script)) {
            List<SampleResult> samples = begun(Trial.ofConnection(scope(peer))).join();
            return assertThat(samples)
                    .singleElement()
                    .extracting(SampleResult::getResponseCode)
                    .asString();
        }
    }
}
