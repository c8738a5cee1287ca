package io.github.isostress.jmeter.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.message.number.CounterRule;
import io.github.isostress.message.number.Counters;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first numbers of tests, trials and previews in one JVM. */
@ExtendWith(JMeterEnvironment.class)
class RunNumbersTest {
    private static final List<String> PROPERTIES = Stream.of("stan", "rrn", "counter")
            .flatMap(kind -> Stream.of("iso8583." + kind + ".first", "iso8583." + kind + ".step"))
            .toList();

    @BeforeEach
    @AfterEach
    void forgetProperties() {
        PROPERTIES.forEach(name -> JMeterUtils.getJMeterProperties().remove(name));
        CurrentRun.end();
    }

    private static final Map<String, Supplier<Object>> NEXT =
            Map.of("stan", RunNumbersTest::stan, "rrn", RunNumbersTest::rrn, "counter", () -> counter("any"));

    private static int stan() {
        return stan(CurrentRun.context());
    }

    private static int stan(RunContext run) {
        return Integer.parseInt(run.stans().next());
    }

    private static long rrn() {
        return Long.parseLong(CurrentRun.context().rrns().next().substring(4));
    }

    private static long counter(String name) {
        return counter(CurrentRun.context(), name);
    }

    private static long counter(RunContext run, String name) {
        return run.counters(Optional.empty())
                .next(name, 1, CounterRule.upTo(1_000))
                .orElseThrow();
    }

    @Test
    void shouldGoOnWhereTheRunBeforeHasEndedWhenNothingIsSet() {
        int stan = stan();
        long rrn = rrn();

        CurrentRun.end();

        assertThat(stan()).isEqualTo(stan % 999_999 + 1);
        assertThat(rrn()).isEqualTo(rrn + 1);
    }

    @Test
    void shouldBeginEachRunWithTheFirstNumberWhenItIsSet() {
        JMeterUtils.setProperty("iso8583.stan.first", "17");
        JMeterUtils.setProperty("iso8583.stan.step", "4");
        JMeterUtils.setProperty("iso8583.rrn.first", " 3 ");
        JMeterUtils.setProperty("iso8583.rrn.step", "2");

        for (int run = 0; run < 2; run++) {
            assertThat(Stream.generate(RunNumbersTest::stan).limit(3)).containsExactly(17, 21, 25);
            assertThat(Stream.generate(RunNumbersTest::rrn).limit(3)).containsExactly(3L, 5L, 7L);
            CurrentRun.end();
        }
    }

    @Test
    void shouldReadThePropertiesOnceWhenARunIsGoingOn() {
        JMeterUtils.setProperty("iso8583.stan.first", "100");
        int first = stan();

        JMeterUtils.setProperty("iso8583.stan.first", "900");

        assertThat(List.of(first, stan())).containsExactly(100, 101);
    }

    @Test
    void shouldSendNoNumberAgainWhenSomethingIsTriedAfterARun() {
        JMeterUtils.setProperty("iso8583.stan.first", "1");
        int last = stan();
        CurrentRun.end();

        assertThat(stan(RunContext.ofTrial())).isEqualTo(last + 1);
        assertThat(stan(RunContext.ofTrial())).isEqualTo(last + 2);
    }

    @Test
    void shouldShareTheNumbersOfTheRunThatIsGoingOnWhenSomethingIsTriedMeanwhile() {
        int before = stan();

        int tried = stan(RunContext.ofTrial());

        assertThat(List.of(tried, stan())).containsExactly(before % 999_999 + 1, tried % 999_999 + 1);
    }

    @Test
    void shouldUseNoNumberUpWhenAMessageIsOnlyLookedAt() {
        int before = stan();

        int looked = stan(RunContext.ofPreview());

        assertThat(stan(RunContext.ofPreview())).isEqualTo(looked);
        assertThat(looked).isEqualTo(before % 999_999 + 1);
        assertThat(stan()).isEqualTo(looked);
    }

    @Test
    void shouldCountOnWhenARunEndsOrAMessageIsTriedOrLookedAt() {
        long last = counter("terminal 1");
        CurrentRun.end();

        assertThat(counter(RunContext.ofPreview(), "terminal 1")).isEqualTo(last + 1);
        assertThat(counter("terminal 1")).isEqualTo(last + 1);
        assertThat(counter(RunContext.ofTrial(), "terminal 1")).isEqualTo(last + 2);
        assertThat(counter("terminal 1")).isEqualTo(last + 3);
    }

    @Test
    void shouldCountItsShareWhenItIsOneOfSeveral() {
        JMeterUtils.setProperty("iso8583.counter.first", "2");
        JMeterUtils.setProperty("iso8583.counter.step", "3");

        assertThat(List.of(counter("terminal 2"), counter("terminal 2"))).containsExactly(2L, 5L);
    }

    @Test
    void shouldBeKeptWhenARunEndsThatKeepsItsCounters(@TempDir Path folder) {
        Optional<Path> file = Optional.of(folder.resolve("counters.txt"));
        CounterRule any = CounterRule.upTo(1_000);
        CurrentRun.context().counters(file).next("terminal 3", 7, any);
        CurrentRun.end();

        assertThat(Counters.keptIn(file.get(), 1, 1).preview().next("terminal 3", 7, any))
                .hasValue(8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            stan | 0         | none | property iso8583.stan.first is '0', it must be a whole number in 1-999999
            stan | 1000000   | none | property iso8583.stan.first is '1000000', it must be a whole number in 1-999999
            stan | one       | none | property iso8583.stan.first is 'one', it must be a whole number in 1-999999
            stan | -1        | none | property iso8583.stan.first is '-1', it must be a whole number in 1-999999
            stan | 1         | 0    | property iso8583.stan.step is '0', it must be a whole number in 1-999999
            stan | 1         | 1.5  | property iso8583.stan.step is '1.5', it must be a whole number in 1-999999
            stan | none      | 3    | property iso8583.stan.step is '3', but iso8583.stan.first is not set
            rrn  | 100000000 | none | property iso8583.rrn.first is '100000000', it must be a whole number in 0-99999999
            rrn  | 0         | 0    | property iso8583.rrn.step is '0', it must be a whole number in 1-99999999
            rrn  | none      | 2    | property iso8583.rrn.step is '2', but iso8583.rrn.first is not set
            counter | 0      | none | property iso8583.counter.first is '0', it must be a whole number in 1-999999
            counter | none   | 2    | property iso8583.counter.step is '2', but iso8583.counter.first is not set
            """)
    void shouldSayWhatIsWrongWhenAPropertyCannotBeUsed(String kind, String first, String step, String sentence) {
        set("iso8583." + kind + ".first", first);
        set("iso8583." + kind + ".step", step);

        assertThatThrownBy(() -> NEXT.get(kind).get())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
    }

    private static void set(String property, String value) {
        if (value != null) {
            JMeterUtils.setProperty(property, value);
        }
    }
}
