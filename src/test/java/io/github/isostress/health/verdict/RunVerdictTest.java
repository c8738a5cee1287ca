package io.github.isostress.health.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.health.condition.WatchedSecond;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run's seconds make of its verdict, and in which words. */
class RunVerdictTest {
    @ParameterizedTest
    @MethodSource("io.github.isostress.health.verdict.HarmfulRuns#all")
    void shouldNameTheRuleWithFiguresWhenItsLimitIsExceeded(
            ValidityRule rule, Validity validity, Consumer<WatchedRun> change, String sentence) {
        WatchedRun run = new WatchedRun();

        change.accept(run);

        assertThat(run.verdict().reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.rule()).isEqualTo(rule);
            assertThat(reason.validity()).isEqualTo(validity);
            assertThat(reason.sentence()).contains(sentence);
        });
        assertThat(run.verdict().validity()).isEqualTo(validity);
    }

    @Test
    void shouldProvokeEveryRuleWhenItNeedsNoCalibrationAndNoController() {
        Set<Object> provoked = HarmfulRuns.all().map(each -> each.get()[0]).collect(Collectors.toSet());

        assertThat(provoked)
                .hasSize(ValidityRule.values().length - 2)
                .doesNotContain(ValidityRule.CALIBRATION, ValidityRule.AGENTS);
    }

    private static Stream<Arguments> harmless() {
        return Stream.<Consumer<WatchedRun>>of(
                        run -> {},
                        run -> run.from(0, 1, second -> {
                            second.late(120, 400).machineCpu = 1;
                            second.longestPauseMicros = 300_000;
                        }),
                        run -> run.from(20, 23, second -> second.machineCpu = 0.97),
                        run -> run.always(second -> second.listenerMicros = 12_000_000),
                        run -> run.always(second -> second.late(2, 9)),
                        run -> run.always(second -> second.poolWaits = 200),
                        run -> run.from(0, 9, second -> {
                            second.due = 0;
                            second.sent = 0;
                            second.longestPauseMicros = 300_000;
                        }),
                        run -> run.always(second -> {
                            second.machineCpu = Double.NaN;
                            second.steal = Double.NaN;
                            second.runQueue = Double.NaN;
                            second.heapAfterGc = Double.NaN;
                            second.openFiles = -1;
                            second.portsTaken = -1;
                        }),
                        run -> run.always(second -> {
                            second.due = 0;
                            second.intervalMicros = 0;
                        }))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void shouldBeValidWhenNothingThatWasSeenDidHarm(Consumer<WatchedRun> change) {
        WatchedRun run = new WatchedRun();

        change.accept(run);

        assertThat(run.verdict()).isEqualTo(RunVerdict.VALID);
        assertThat(run.verdict().lines()).containsExactly("VALID: no rule found a reason to doubt the figures");
    }

    @Test
    void shouldBlameTheMachineAsAWholeWhenNoCauseIsEnoughByItself() {
        RunVerdict verdict = new WatchedRun()
                .in(10, second -> second.late(70, 60).machineCpu = 0.95)
                .in(20, second -> second.late(80, 70).steal = 0.1)
                .verdict();

        assertThat(verdict.lines())
                .containsExactly("SUSPECT: for 2.0 s of 58 this machine, not the host, was the limit: 150 of 11,600"
                        + " requests (1.3 %) were sent more than 5 ms late, the latest by 70 ms (14 arrival intervals);"
                        + " 80 of them while the hypervisor, or the container's limit, kept back 10 % of the cores' time,"
                        + " 70 of them while CPU was at 95 %");
    }

    @Test
    void shouldNotLetAPartLookLongerThanTheWholeWhenItWasAllOfIt() {
        WatchedRun run = new WatchedRun().always(second -> {
            second.seconds = 1.008;
            second.late(100, 42).machineCpu = 1;
        });

        assertThat(run.verdict().lines()).singleElement().asString().contains(": for 58.5 s of 58.5 this machine");
    }

    @Test
    void shouldFindTheCauseInTheSecondBeforeWhenLateRequestsWereAnsweredAfterIt() {
        RunVerdict verdict = new WatchedRun()
                .in(10, second -> second.machineCpu = 0.98)
                .in(11, second -> second.late(150, 300))
                .verdict();

        assertThat(verdict.reasons()).extracting(Reason::rule).containsExactly(ValidityRule.CPU);
        assertThat(verdict.lines()).allSatisfy(line -> assertThat(line).endsWith("while CPU was at 98 %"));
    }

    @Test
    void shouldTellTheWorstFirstWhenThereAreSeveralReasons() {
        RunVerdict verdict = new WatchedRun()
                .in(10, second -> second.late(150, 300).machineCpu = 0.98)
                .in(50, second -> second.resultErrors = 1)
                .verdict();

        assertThat(verdict.validity()).isEqualTo(Validity.INVALID);
        assertThat(verdict.reasons())
                .extracting(Reason::rule)
                .containsExactly(ValidityRule.RESULT_FILE, ValidityRule.CPU);
    }

    @Test
    void shouldDoubtABusyMachineWhenAllRequestsWereSentInTime() {
        RunVerdict verdict = new WatchedRun()
                .from(20, 39, second -> second.machineCpu = 0.97)
                .verdict();

        assertThat(verdict.lines())
                .containsExactly(
                        "SUSPECT: for 20.0 s of 58 this machine was busy: CPU was at 97 %; requests were sent in"
                                + " time, but answers may have waited until they were read");
    }

    @Test
    void shouldDoubtABusyMachineWhenNoScheduleShowsWhatItHeldBack() {
        RunVerdict verdict = new WatchedRun()
                .always(second -> {
                    second.due = 0;
                    second.intervalMicros = 0;
                })
                .from(20, 39, second -> second.machineCpu = 0.97)
                .verdict();

        assertThat(verdict.lines())
                .containsExactly("SUSPECT: for 20.0 s of 58 this machine may have been the limit, not the host: CPU was"
                        + " at 97 %, and no schedule tells whether requests were late");
    }

    @Test
    void shouldDoubtTheCalibrationWhenTheRunSentMoreThanItFound() {
        CalibratedLoad load = new CalibratedLoad(100, 0.2, 0.9, 4, 4);

        RunVerdict verdict = RunVerdict.of(new WatchedRun().seconds(), Optional.of(load), Limits.DEFAULT);

        assertThat(verdict.lines())
                .containsExactly("SUSPECT: 200 requests a second are 200 % of the 100 that this machine carried in its"
                        + " calibration; the calibration was too short, or disturbed: calibrate longer");
    }

    @Test
    void shouldBeSuspectWhenTheRateIsAboveHalfOfWhatTheMachineCarried() {
        CalibratedLoad load = new CalibratedLoad(350, 0.2, 0.9, 4, 10);

        RunVerdict verdict = RunVerdict.of(new WatchedRun().seconds(), Optional.of(load), Limits.DEFAULT);

        assertThat(verdict.lines())
                .containsExactly("SUSPECT: 200 requests a second are 57 % of the 350 that this machine carried in its"
                        + " calibration; above 50 % its own delays are in the figures");
        assertThat(RunVerdict.of(
                                new WatchedRun()
                                        .in(30, second -> second.sent = 600)
                                        .in(29, second -> second.sent = 0)
                                        .seconds(),
                                Optional.of(new CalibratedLoad(600, 0.2, 0.9, 4, 10)),
                                Limits.DEFAULT)
                        .reasons())
                .isEmpty();
    }

    @Test
    void shouldJudgeByOtherLimitsWhenTheyAreSet() {
        Limits limits = Limits.read(Map.of("iso8583.verdict.pauses", "50 ms", "iso8583.verdict.start", "10 s")::get);
        List<WatchedSecond> seconds = new WatchedRun()
                .in(5, second -> second.longestPauseMicros = 500_000)
                .in(30, second -> second.longestPauseMicros = 60_000)
                .seconds();

        assertThat(RunVerdict.of(seconds, Optional.empty(), limits).lines())
                .singleElement()
                .asString()
                .startsWith("SUSPECT: the JVM stood still for 60 ms");
    }

    @Test
    void shouldTellOfNoLateRequestsWhenThePauseCameWhereNoneWasSent() {
        List<WatchedSecond> seconds = new WatchedRun()
                .always(second -> second.sent = 0)
                .in(30, second -> second.longestPauseMicros = 204_000)
                .seconds();

        assertThat(RunVerdict.of(seconds, Optional.empty(), Limits.DEFAULT).lines())
                .contains("SUSPECT: the JVM stood still for 204 ms, 30 s after the run began");
    }

    @Test
    void shouldBeValidWhenNothingWasSeen() {
        assertThat(RunVerdict.of(List.of(), Optional.empty(), Limits.DEFAULT)).isEqualTo(RunVerdict.VALID);
    }
}
