package io.github.isostress.jmeter.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.health.ObservedEvent;
import io.github.isostress.health.ObservedRequest;
import io.github.isostress.health.Result;
import io.github.isostress.health.live.LiveFigures;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.jmeter.JMeterEnvironment;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a headless run tells of itself while it goes on. */
@ExtendWith(JMeterEnvironment.class)
class ProgressTest {
    private static final long MICRO = 1_000;

    private final LiveFigures figures = new LiveFigures();

    @AfterEach
    void forgetProperty() {
        JMeterUtils.getJMeterProperties().remove(ProgressInterval.PROPERTY);
    }

    @Test
    void shouldTellEverythingInOneLineWhenARunGoesOn() {
        ObservedFigures observed = new ObservedFigures(figures);
        observed.happened(new ObservedEvent("switch connect", "h:1", Result.SUCCEEDED, "CONNECTED", 0, 1));
        for (int i = 0; i < 100; i++) {
            observed.ended(request(Result.SUCCEEDED, "00", OptionalLong.of(0)));
        }
        observed.ended(request(Result.DECLINED, "51", OptionalLong.of(0)));
        observed.ended(request(Result.FAILED, "CLOSED_BY_HOST", OptionalLong.of(0)));
        observed.notSent("purchase", "TEMPLATE_ERROR");
        for (int i = 0; i < 2; i++) {
            observed.happened(new ObservedEvent("switch connect", "h:1", Result.FAILED, "CONNECTION_REFUSED", 0, 1));
        }
        observed.happened(new ObservedEvent("switch late", "h:1", Result.FAILED, "LATE_RESPONSE", 0, 1));

        String line = ProgressLine.of(state(System.currentTimeMillis() + 3_000), 70);

        assertThat(line)
                .matches("ISO 8583 at 1:10: [\\d.]+ requests/s of [\\d.]+; round trip us p50 335, p90 335, p99 335,"
                        + " p99.9 335; \\d.\\d under way; sent late by p99 20 us; so far 100 succeeded, 1 declined"
                        + " \\(1 x 51\\), 1 failed \\(1 x CLOSED_BY_HOST\\), 1 not sent; connections 1 opened,"
                        + " 2 not opened, 1 lost; besides 2 x CONNECTION_REFUSED, 1 x LATE_RESPONSE,"
                        + " 1 x TEMPLATE_ERROR; VALID");
    }

    @Test
    void shouldLeaveOutWhatIsNotKnownWhenNothingHasCome() {
        LiveState state = new LiveState(figures.seen(0), true, true, true, Optional.empty());

        assertThat(ProgressLine.of(state, 10))
                .isEqualTo("ISO 8583 at 0:10: no whole second yet; so far 0 succeeded, 0 declined, 0 failed;"
                        + " connections 0 opened, 0 lost");
    }

    @Test
    void shouldTellOnlyTheMostFrequentCodesWhenThereAreMany() {
        for (int code = 50; code < 60; code++) {
            figures.addRequest(Result.DECLINED, String.valueOf(code), 0, 1, LiveFigures.NO_LAG);
        }

        assertThat(ProgressLine.of(state(0), 10)).contains("10 declined (1 x 50, 1 x 51, 1 x 52, ...), 0 failed;");
    }

    @Test
    void shouldTellEveryTenthSecondWhenThatIsAskedFor() {
        AtomicInteger told = new AtomicInteger();
        Progress progress = Progress.every(10);

        for (int second = 0; second <= 35; second++) {
            progress.second(() -> {
                told.incrementAndGet();
                return Optional.empty();
            });
        }

        assertThat(told).hasValue(3);
        assertThat(Progress.every(0).isTold()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "' 10 ', 10", "86400, 86400"})
    void shouldTakeSecondsWhenThePropertyIsSet(String text, int seconds) {
        JMeterUtils.setProperty(ProgressInterval.PROPERTY, text);

        assertThat(ProgressInterval.ofProperty()).hasValue(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "ten", "86401", "999999999999", "1.5"})
    void shouldTellNothingWhenThePropertyIsNoNumberOfSeconds(String text) {
        JMeterUtils.setProperty(ProgressInterval.PROPERTY, text);

        assertThat(ProgressInterval.ofProperty()).hasValue(0);
    }

    @Test
    void shouldLeaveItToThePlanWhenThePropertyIsNotSet() {
        assertThat(ProgressInterval.ofProperty()).isEqualTo(OptionalInt.empty());
    }

    private static ObservedRequest request(Result result, String code, OptionalLong due) {
        return new ObservedRequest("purchase", result, code, due, 20 * MICRO, 355 * MICRO, 1, 1);
    }

    private LiveState state(long nowMillis) {
        return new LiveState(figures.seen(nowMillis), true, false, true, Optional.of(RunVerdict.VALID));
    }
}
