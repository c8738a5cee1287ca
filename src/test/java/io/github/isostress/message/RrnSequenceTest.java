package io.github.isostress.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RrnSequenceTest {
    private static RrnSequence startedAt(String instant) {
        return new RrnSequence(Clock.fixed(Instant.parse(instant), ZoneOffset.ofHours(9)));
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

    @Test
    void shouldBeginAgainAtTheClocksMillisecondWhenReset() {
        RrnSequence rrns = startedAt("2026-11-21T00:00:00.007Z");
        String first = rrns.next();
        rrns.next();

        rrns.reset();

        assertThat(rrns.next()).isEqualTo(first);
    }

    @Test
    void shouldGiveEachOutOnceWhenManyThreadsAsk() {
        RrnSequence rrns = startedAt("2026-11-21T23:59:59.999Z");
        Set<String> given = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 100_000).parallel().forEach(i -> given.add(rrns.next()));

        assertThat(given).hasSize(100_000).allMatch(rrn -> rrn.matches("6325\\d{8}"));
    }
}
