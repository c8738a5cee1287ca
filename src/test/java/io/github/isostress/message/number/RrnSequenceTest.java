package io.github.isostress.message.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RrnSequenceTest {
    private static RrnSequence startedAt(String instant) {
        Clock clock = Clock.fixed(Instant.parse(instant), ZoneOffset.ofHours(9));
        return new RrnSequence(clock, RrnSequence.firstAt(clock), 1);
    }

    private static RrnSequence inSteps(long first, long step) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
        return new RrnSequence(clock, first, step);
    }

    @Test
    void shouldBeginWithYearAndDayInUtcWhenClockIsElsewhere() {
        assertThat(startedAt("2026-11-21T23:30:00Z").next()).startsWith("6325").hasSize(12);
    }

    @Test
    void shouldCountFromTheMillisecondOfTheDayWhenStarted() {
        RrnSequence rrns = startedAt("2030-01-01T00:00:01.500Z");

        assertThat(Stream.generate(rrns::next).limit(3))
                .containsExactly("000100001500", "000100001501", "000100001502");
    }

    @Test
    void shouldHaveTwelveDigitsWhenStartedAtTheLastMillisecondOfALeapYear() {
        assertThat(startedAt("2028-12-31T23:59:59.999Z").next()).isEqualTo("836686399999");
    }

    @ParameterizedTest
    @CsvSource({
        "99999999, 1, 99999999 00000000 00000001",
        "99999998, 3, 99999998 00000002 00000005",
        "0,        7, 00000000 00000007 00000014"
    })
    void shouldGoOnWithTheLowestOfItsNumbersWhenAllAreUsed(long first, long step, String counts) {
        assertThat(Stream.generate(inSteps(first, step)::next).limit(3).map(rrn -> rrn.substring(4)))
                .containsExactly(counts.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1        | 1         | the first -1 is outside 0 to 99999999
            100000000 | 1         | the first 100000000 is outside 0 to 99999999
            0         | 0         | the step 0 is outside 1 to 99999999
            0         | 100000000 | the step 100000000 is outside 1 to 99999999
            """)
    void shouldRefuseWhatIsNoEightDigits(long first, long step, String sentence) {
        assertThatThrownBy(() -> inSteps(first, step)).hasMessage(sentence);
    }

    @Test
    void shouldGoOnByItselfWhenCopied() {
        RrnSequence rrns = inSteps(5, 2);

        assertThat(rrns.copy().next()).isEqualTo(rrns.next());
    }

    @Test
    void shouldGiveEachOutOnceWhenManyThreadsAsk() {
        RrnSequence rrns = startedAt("2026-11-21T23:59:59.999Z");
        Set<String> given = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 100_000).parallel().forEach(i -> given.add(rrns.next()));

        assertThat(given).hasSize(100_000).allMatch(rrn -> rrn.matches("6325\\d{8}"));
    }
}
