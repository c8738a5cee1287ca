package io.github.isostress.health.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.health.Durations;
import io.github.isostress.health.Result;
import io.github.isostress.health.verdict.Reason;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.health.verdict.Validity;
import io.github.isostress.health.verdict.ValidityRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gate demands, whether a run passes it, and what is no gate. */
class GatesTest {
    private static final RunVerdict SUSPECT =
            RunVerdict.of(List.of(new Reason(ValidityRule.CPU, Validity.SUSPECT, "CPU was at 97 %")));

    /** 1,000 requests of 0.1 to 100 ms at 200 a second, each sent 1 ms after it was due; 3 declined, 2 failed. */
    private static GateFigures requests() {
        Durations roundTrips = new Durations();
        Durations responses = new Durations();
        LongStream.rangeClosed(1, 1_000).forEach(tenths -> {
            roundTrips.addMicros(tenths * 100);
            responses.addMicros(tenths * 100 + 1_000);
        });
        return new GateFigures(
                Map.of(Result.SUCCEEDED, 995L, Result.DECLINED, 3L, Result.FAILED, 2L), roundTrips, responses, 200);
    }

    private static GatedRun run() {
        Durations slow = new Durations();
        slow.addMicros(900_000);
        GateFigures reversal = new GateFigures(Map.of(Result.DECLINED, 1L), slow, new Durations(), 0);
        return new GatedRun(
                requests(),
                Map.of("Purchase", requests(), "retail: Reversal", reversal),
                1_000,
                1_012,
                Optional.of(SUSPECT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    p50 < 51 ms                      | true  | 50.015 ms
                    p99 < 99 ms                      | false | 99.007 ms
                    p99.9<=100 ms                    | true  | 99.903 ms
                    p99 < 0.1 s                      | true  | 99.007 ms
                    p99 < 99000 us                   | false | 99.007 ms
                    max < 100 ms                     | false | 100.031 ms
                    mean < 51 ms                     | true  | 50.052 ms
                    response p50 < 51 ms             | false | 51.007 ms
                    response max <= 102 ms           | true  | 101.055 ms
                    failed < 0.1 %                   | false | 2 of 1,000, 0.200 %
                    failed <= 2                      | true  | 2 of 1,000, 0.200 %
                    declined < 2 %                   | true  | 3 of 1,000, 0.300 %
                    succeeded >= 99.5 %              | true  | 995 of 1,000, 99.500 %
                    requests >= 1000                 | true  | 1,000
                    requests > 1000                  | false | 1,000
                    rate >= 190                      | true  | 200.0 a second
                    rate within 1 %                  | false | 1,000 of 1,012 requests that were due were sent, 98.81 %
                    rate  within  1.5%               | true  | 1,000 of 1,012 requests that were due were sent, 98.81 %
                    verdict valid                    | false | SUSPECT: CPU was at 97 %
                    verdict not invalid              | true  | SUSPECT: CPU was at 97 %
                    Purchase: p50 < 51 ms            | true  | 50.015 ms
                    retail: Reversal: p50 < 1 s      | true  | 900.095 ms
                    retail: Reversal: declined < 1 % | false | 1 of 1, 100.000 %
                    retail: Reversal: response max < 9 s | false | no schedule says when requests were due
                    Refund: max < 9 s                | false | no request 'Refund' was sent
                    """)
    void shouldSayWhetherItHeldAndWhatWasSeenWhenARunIsOver(String gate, boolean held, String seen) {
        assertThat(Gates.parse(gate).check(run())).containsExactly(new GateResult(gate, held, seen));
    }

    @Test
    void shouldReadEveryGateWhenTheyAreInOneText() {
        Gates gates = Gates.parse("p99 < 50 ms; failed < 0.1 % # of all\n\n# nothing\n  Purchase: max < 1 s ;\n");

        assertThat(gates.texts()).containsExactly("p99 < 50 ms", "failed < 0.1 %", "Purchase: max < 1 s");
        assertThat(gates.faults()).isEmpty();
        assertThat(gates.and(Gates.parse("rate >= 1; p99 < 50 ms")).texts())
                .containsExactly("p99 < 50 ms", "failed < 0.1 %", "Purchase: max < 1 s", "rate >= 1");
        assertThat(Gates.parse("  # none\n").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p99",
                "p99 < 50",
                "p99 < fast ms",
                "p100 < 50 ms",
                "p99 = 50 ms",
                "failed < -1 %",
                "rate within 100 %",
                "verdict invalid",
                "latency < 1 ms",
                "Purchase: ",
                "Purchase"
            })
    void shouldFailWithOneSentenceWhenItIsNoGate(String text) {
        Gates gates = Gates.parse(text);

        assertThat(gates.faults())
                .containsExactly("'" + text.strip() + "' is no gate: write, for one, p99 < 50 ms, response p99 < 80 ms,"
                        + " failed < 0.1 %, declined < 2 %, rate within 1 %, rate >= 190, requests >= 1000 or verdict valid,"
                        + " after a label and a colon if you like");
        assertThat(gates.check(run()))
                .containsExactly(
                        new GateResult(text.strip(), false, gates.faults().get(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"verdict valid", "rate within 1 %"})
    void shouldFailWithOneSentenceWhenALabelHasNoSuchFigure(String demand) {
        assertThat(Gates.parse("Purchase: " + demand).faults())
                .containsExactly("'Purchase: " + demand + "' is no gate: '" + demand
                        + "' is about the whole run, so leave the label out");
    }

    @Test
    void shouldFailWhenNothingIsKnownOfTheRun() {
        GatedRun unknown = new GatedRun(GateFigures.NONE, Map.of(), 0, 0, Optional.empty());

        assertThat(Gates.parse("p99 < 1 s; rate within 1 %; verdict valid").check(unknown))
                .extracting(GateResult::seen)
                .containsExactly(
                        "no request was sent",
                        "no request was sent",
                        "the run's verdict is not known: its iso8583-run.json is not beside the results");
    }

    @Test
    void shouldTellAResultInOneLineWhenItIsPrinted() {
        assertThat(new GateResult("p99 < 50 ms", true, "12.415 ms").inWords())
                .isEqualTo("held: p99 < 50 ms (12.415 ms)");
        assertThat(new GateResult("p99 < 50 ms", false, "62.415 ms").inWords())
                .isEqualTo("FAILED: p99 < 50 ms (62.415 ms)");
    }
}
