package io.github.isostress.health.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.isostress.health.ObservedRequest;
import io.github.isostress.health.Result;
import io.github.isostress.health.RunFigures;
import io.github.isostress.health.gate.GateResult;
import io.github.isostress.health.gate.Gates;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The figures of a run as they are recorded: of labels only what may be shown. */
class RecordedFiguresTest {
    private static void add(RunFigures figures, String label, long startMillis) {
        long start = TimeUnit.MILLISECONDS.toNanos(startMillis);
        figures.ended(new ObservedRequest(
                label, Result.SUCCEEDED, "00", OptionalLong.empty(), start, start + 1_000_000, 85, 99));
    }

    @Test
    void shouldTellOneLabelWhenSeveralLookAlikeOnceTheyAreMasked() {
        RunFigures figures = new RunFigures();
        add(figures, "Pay by 4111", 1_000);
        add(figures, "Pay by 4112", 1_500);
        add(figures, "Log-on", 2_000);

        RecordedFigures recorded = RecordedFigures.of(figures, label -> label.replaceAll("\\d", "*"));

        assertThat(recorded.requests())
                .extracting(RecordedSamples::label, RecordedSamples::count)
                .containsExactlyInAnyOrder(tuple("Pay by ****", 2L), tuple("Log-on", 1L));
        assertThat(recorded.requests().stream()
                        .filter(samples -> samples.label().startsWith("Pay"))
                        .findFirst()
                        .map(RecordedSamples::codes))
                .contains(Map.of("00", 2L));
        assertThat(Gates.parse("Pay by ****: requests >= 2").check(recorded.inGates(0, Optional.empty())))
                .singleElement()
                .matches(GateResult::held);
    }

    @Test
    void shouldHoldAGateOfTheRarestLabelWhenThereAreMoreThanHaveALineInTheLog() {
        RunFigures figures = new RunFigures();
        for (int kind = 1; kind <= 40; kind++) {
            for (int times = 40; times >= kind; times--) {
                add(figures, "kind " + kind, 1_000);
            }
        }

        RecordedFigures recorded = RecordedFigures.of(figures, label -> label);

        assertThat(recorded.requests()).hasSize(40).first().matches(most -> most.count() == 40);
        assertThat(Gates.parse("kind 40: requests >= 1").check(recorded.inGates(0, Optional.empty())))
                .singleElement()
                .matches(GateResult::held);
    }

    @Test
    void shouldNotSayThatNothingWasSentWhenALabelIsNotToldApart() {
        RunFigures figures = new RunFigures();
        for (int kind = 1; kind <= 100; kind++) {
            add(figures, "kind " + kind, 1_000);
        }

        assertThat(Gates.parse("kind 100: requests >= 1")
                        .check(RecordedFigures.of(figures, label -> label).inGates(0, Optional.empty())))
                .containsExactly(
                        new GateResult(
                                "kind 100: requests >= 1",
                                false,
                                "it is not known which requests were 'kind 100': the plan has more labels than are told apart"));
    }
}
