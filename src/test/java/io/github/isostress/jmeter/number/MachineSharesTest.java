package io.github.isostress.jmeter.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.message.number.CounterRule;
import io.github.isostress.message.number.RrnSequence;
import io.github.isostress.message.number.StanSequence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of several machines that load one host at the same time, as they are in one log. */
@ExtendWith(JMeterEnvironment.class)
class MachineSharesTest {
    private static final int REQUESTS_OF_EACH = Integer.getInteger("machines.requests", 150_000);
    private static final int LEAST_DISTANCE = 300_000;
    private static final long ALL_RRNS = 1_000_000_000_000L;

    @BeforeEach
    @AfterEach
    void forgetProperties() {
        JMeterUtils.getJMeterProperties().remove("agent.id");
        CurrentRun.end();
    }

    /** The numbers of a machine in a run of its own. */
    private record Machine(StanSequence stans, RrnSequence rrns) {
        static Machine of(String id) {
            CurrentRun.end();
            JMeterUtils.setProperty("agent.id", id);
            RunContext run = CurrentRun.context();
            return new Machine(run.stans(), run.rrns());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/3 2/3 3/3", "1/2 2/2", "1 2", "1 2 3 4 5", "1/7 4/7 7/7"})
    void shouldSendNoPairTwiceAndNoStanAgainSoonWhenEachHasItsShare(String ids) {
        List<Machine> machines = Arrays.stream(ids.split(" ")).map(Machine::of).toList();
        Random order = new Random(17);
        int[] places = new int[StanSequence.LARGEST + 1];
        long[] pairs = new long[machines.size() * REQUESTS_OF_EACH];

        int nearest = Integer.MAX_VALUE;
        for (int place = 1; place <= pairs.length; place++) {
            Machine machine = machines.get(order.nextInt(machines.size()));
            int stan = Integer.parseInt(machine.stans().next());
            pairs[place - 1] = Long.parseLong(machine.rrns().next()) + stan * ALL_RRNS;
            nearest = places[stan] == 0 ? nearest : Math.min(nearest, place - places[stan]);
            places[stan] = place;
        }

        assertThat(nearest).isGreaterThan(LEAST_DISTANCE);
        Arrays.sort(pairs);
        assertThat(IntStream.range(1, pairs.length).filter(at -> pairs[at] == pairs[at - 1]))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/3", "2/3", "3/3"})
    void shouldCountEveryThirdNumberWhenItIsOneOfThree(String id) {
        JMeterUtils.setProperty("agent.id", id);
        int share = id.charAt(0) - '0';

        assertThat(Stream.generate(() -> counter("card of " + id)).limit(4))
                .containsExactly(share + 0L, share + 3L, share + 6L, share + 9L);
    }

    @Test
    void shouldNotGoBackWhenItIsAnotherOneInTheNextRun() {
        JMeterUtils.setProperty("agent.id", "1/2");
        assertThat(List.of(counter("terminal"), counter("terminal"), counter("terminal")))
                .containsExactly(1L, 3L, 5L);
        CurrentRun.end();

        JMeterUtils.setProperty("agent.id", "3/4");

        assertThat(List.of(counter("terminal"), counter("terminal"))).containsExactly(7L, 11L);
    }

    private static long counter(String name) {
        return CurrentRun.context()
                .counters(Optional.empty())
                .next("machine shares " + name, 1, CounterRule.upTo(10_000))
                .orElseThrow();
    }

    @Test
    void shouldGoOnWhereTheRunBeforeHasEndedWhenItIsTheSameMachine() {
        int last = Integer.parseInt(Machine.of("2/3").stans().next());

        assertThat(Integer.parseInt(Machine.of("2/3").stans().next())).isEqualTo((last - 1 + 3) % 999_999 + 1);
    }

    @Test
    void shouldTakeTheShareThatIsSetByHandWhenThereIsOne() {
        JMeterUtils.setProperty("iso8583.stan.first", "17");
        try {
            StanSequence stans = Machine.of("2/3").stans();

            assertThat(List.of(stans.next(), stans.next())).containsExactly("000017", "000018");
        } finally {
            JMeterUtils.getJMeterProperties().remove("iso8583.stan.first");
        }
    }

    @Test
    void shouldGiveNoNumberWhenItIsNotKnownWhichMachineThisIs() {
        assertThatThrownBy(() -> Machine.of("second"))
                .hasMessage("property agent.id is 'second', it must be the number of this machine, such as 2 or 2/3");
    }
}
