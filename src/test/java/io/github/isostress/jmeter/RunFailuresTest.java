package io.github.isostress.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.record.FailureLines;
import io.github.isostress.jmeter.record.FailureLines.Reason;
import io.github.isostress.judgement.Verdict;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log tells of the failed samples of a run. */
class RunFailuresTest {
    private long nanos = Long.MAX_VALUE;
    private final Lines log = new Lines();
    private final RunFailures failures = new RunFailures(log, () -> nanos);

    private static final class Lines implements FailureLog {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void warn(String line) {
            lines.add("WARN " + line);
        }

        @Override
        public void error(String line) {
            lines.add("ERROR " + line);
        }

        List<String> all() {
            return List.copyOf(lines);
        }
    }

    private static Verdict failed(Failure failure, String particulars) {
        return new Verdict(false, failure.name(), failure.sentence(), particulars);
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellTheFirstOfEachLabelAtOnceAndHowManyCameAtTheEnd(Failure failure) {
        for (int i = 0; i < 1_234; i++) {
            failures.judged("purchase", failed(failure, "sample " + i), "");
        }
        failures.judged("host connect", failed(failure, "refused"), "Connect to a:1: ");
        failures.tellCounts();

        String begin = "' " + failure.name();
        assertThat(log.all())
                .containsExactly(
                        "WARN 'purchase" + begin + ": " + failure.sentence()
                                + ". sample 0 (the first one; all are counted)",
                        "WARN 'host connect" + begin + ": " + failure.sentence()
                                + ". Connect to a:1: refused (the first one; all are counted)",
                        "WARN 'host connect" + begin + " came once",
                        "WARN 'purchase" + begin + " came 1,234 times");
    }

    @Test
    void shouldSayNothingWhenSamplesSucceedOrTheHostDeclines() {
        failures.judged("purchase", new Verdict(true, "00", "Approved", ""), "");
        failures.judged("purchase", new Verdict(false, "51", "Not sufficient funds", ""), "");
        failures.tellCounts();

        assertThat(log.all()).isEmpty();
    }

    @Test
    void shouldTellWhyACodeOfTheHostsIsAFailureWhenThereIsMoreToSay() {
        failures.judged("purchase", new Verdict(false, "000", "Approved", "000 is none of the success codes: 00"), "");

        assertThat(log.all())
                .containsExactly("WARN 'purchase' 000: Approved. 000 is none of the success codes: 00"
                        + " (the first one; all are counted)");
    }

    @Test
    void shouldAskForAdviceOnlyWhenTheLogTellsOfTheSample() {
        AtomicInteger asked = new AtomicInteger();
        for (int i = 0; i < 1_000; i++) {
            failures.judged("purchase", failed(Failure.RESPONSE_TIMEOUT, "nothing came"), "", () -> {
                asked.incrementAndGet();
                return "the usual cause\nis the framing";
            });
        }

        assertThat(log.all())
                .singleElement()
                .asString()
                .endsWith(" nothing came; the usual cause; is the framing (the first one; all are counted)");
        assertThat(asked).hasValue(1);
    }

    @Test
    void shouldTellOneLineWhenTheParticularsHaveSeveral() {
        failures.judged("a\nlabel", failed(Failure.BAD_FRAME, "what came\r\n\twould fit\n\nascii4 \u0007\n"), "");

        assertThat(log.all())
                .singleElement()
                .asString()
                .contains("'a; label' BAD_FRAME")
                .doesNotContainPattern("\\p{Cntrl}");
        assertThat(log.all().get(0)).contains(". what came;  would fit; ascii4 ");
    }

    @Test
    void shouldShowNoCardNumberWhenLabelOrCircumstancesHaveOne() {
        failures.judged("4000000000000002", failed(Failure.CONFIG_ERROR, "no key"), "4000000000000002.pfx: ");
        failures.trace("4000000000000002", new IllegalStateException());
        failures.tellCounts();

        assertThat(log.all()).hasSize(3).noneMatch(line -> line.contains("4000000000000002"));
    }

    @Test
    void shouldKeepWithinBoundsWhenEverySampleHasALabelOfItsOwn() {
        IntStream.range(0, 5_000)
                .parallel()
                .forEach(i ->
                        failures.judged("purchase " + i, failed(Failure.RESPONSE_TIMEOUT, "x".repeat(10_000)), ""));
        failures.tellCounts();

        assertThat(log.all()).hasSizeBetween(2_001, 2_100).allMatch(line -> line.length() < 2_200);
        assertThat(log.all()).last().asString().contains(" failures with further labels and codes came");
    }

    @Test
    void shouldCountEachOnceWhenManyThreadsFail() {
        IntStream.range(0, 100_000)
                .parallel()
                .forEach(i -> failures.judged("purchase", failed(Failure.RESPONSE_TIMEOUT, "late"), ""));
        failures.tellCounts();

        assertThat(log.all()).hasSize(2).last().isEqualTo("WARN 'purchase' RESPONSE_TIMEOUT came 100,000 times");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CONFIG_ERROR",
                "TEMPLATE_ERROR",
                "KEY_STORE_MISSING",
                "KEY_STORE_PASSWORD",
                "KEY_STORE_WITHOUT_KEY",
                "KEY_STORE_UNREADABLE"
            })
    void shouldGiveTheFirstReasonWhenEverySampleFailsByItsConfigurationForThreeSeconds(Failure failure) {
        assertThat(failures.nothingCanBeSent()).isEmpty();
        failures.judged("purchase", failed(failure, "the first"), "");
        nanos += TimeUnit.MILLISECONDS.toNanos(2_999);
        failures.judged("purchase", failed(failure, "the second"), "");
        assertThat(failures.nothingCanBeSent()).isEmpty();

        nanos += TimeUnit.MILLISECONDS.toNanos(1);

        assertThat(failures.nothingCanBeSent())
                .contains("'purchase' " + failure.name() + ": " + failure.sentence() + ". the first");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "(CONFIG|TEMPLATE)_ERROR|KEY_STORE_.*")
    void shouldGiveNoReasonToEndWhenAnythingElseHasHappened(Failure other) {
        failures.judged("purchase", failed(Failure.CONFIG_ERROR, "no port"), "");
        nanos += TimeUnit.HOURS.toNanos(1);

        failures.judged("host connect", failed(other, "it failed"), "");

        assertThat(failures.nothingCanBeSent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldGiveNoReasonToEndWhenTheHostHasAnswered(boolean approved) {
        failures.judged("purchase", new Verdict(approved, "51", "Not sufficient funds", ""), "");
        failures.judged("purchase", failed(Failure.CONFIG_ERROR, "no port"), "");

        nanos += TimeUnit.HOURS.toNanos(1);

        assertThat(failures.nothingCanBeSent()).isEmpty();
    }

    @Test
    void shouldLogATraceOnceWithoutItsMessagesWhenThePluginFails() {
        RuntimeException thrown = new IllegalStateException("PAN 9999990000000015", new ArithmeticException("5 / 0"));

        failures.trace("purchase", thrown);
        failures.trace("purchase", new IllegalStateException("again"));

        assertThat(log.all()).singleElement().satisfies(line -> {
            assertThat(line).startsWith("ERROR 'purchase' failed: java.lang.IllegalStateException\n\tat ");
            assertThat(line)
                    .contains("\nCaused by: java.lang.ArithmeticException\n\tat ", "RunFailuresTest.java")
                    .doesNotContain("9999990000000015", "5 / 0");
        });
    }

    @Test
    void shouldReadALineAgainWhenItTellsAReason() {
        failures.judged("it's a purchase", failed(Failure.CONFIG_ERROR, "port 70000 (is outside) 'of' It: x"), "");
        String line = "2026-11-28 14:29:03,859 " + log.all().get(0).replace("WARN ", "WARN i.g.i.j.RunFailures: ");

        assertThat(FailureLines.read(line))
                .contains(new Reason(
                        "it's a purchase",
                        "CONFIG_ERROR",
                        "The configuration cannot be used. port 70000 (is outside) 'of' It: x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-28 14:29:03,859 WARN i.g.i.j.RunFailures: 'purchase' CONFIG_ERROR came once",
                "2026-11-28 14:29:03,859 WARN o.a.j.Other: 'purchase' CONFIG_ERROR: x. y (the first one; all are counted)"
            })
    void shouldReadNothingWhenALineTellsSomethingElse(String line) {
        assertThat(FailureLines.read(line)).isEmpty();
    }
}
