package io.github.isostress.message.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StanSequenceTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00.250Z"), ZoneOffset.UTC);

    @Test
    void shouldGoOnInStepsWhenItHasBegun() {
        assertThat(Stream.generate(new StanSequence(1, 1)::next).limit(3))
                .containsExactly("000001", "000002", "000003");
        assertThat(Stream.generate(new StanSequence(2, 3)::next).limit(3))
                .containsExactly("000002", "000005", "000008");
    }

    @ParameterizedTest
    @CsvSource({
        "999998, 1, 999998 999999 000001 000002",
        "999997, 3, 999997 000001 000004 000007",
        "999998, 3, 999998 000002 000005 000008",
        "999999, 7, 999999 000007 000014 000021",
        "500000, 999999, 500000 500000 500000 500000"
    })
    void shouldGoOnWithTheLowestOfItsNumbersWhenAllAreUsed(long first, long step, String numbers) {
        assertThat(Stream.generate(new StanSequence(first, step)::next).limit(4))
                .containsExactly(numbers.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0       | 1       | the first 0 is outside 1 to 999999
            1000000 | 1       | the first 1000000 is outside 1 to 999999
            1       | 0       | the step 0 is outside 1 to 999999
            1       | 1000000 | the step 1000000 is outside 1 to 999999
            """)
    void shouldRefuseWhatIsNoSixDigits(long first, long step, String sentence) {
        assertThatThrownBy(() -> new StanSequence(first, step)).hasMessage(sentence);
    }

    @Test
    void shouldGiveEachOutOnceWhenManyThreadsAsk() {
        StanSequence stans = new StanSequence(950_000, 1);
        Set<String> given = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 100_000).parallel().forEach(i -> given.add(stans.next()));

        assertThat(given)
                .hasSize(100_000)
                .contains("950000", "999999", "000001", "050000")
                .doesNotContain("000000");
    }

    @Test
    void shouldBeginBehindWhatAThousandASecondHaveUsedWhenBegunLater() {
        long now = StanSequence.firstAt(NOON);
        long later = StanSequence.firstAt(Clock.offset(NOON, Duration.ofSeconds(60)));

        assertThat(later - now).isEqualTo(60_000);
    }

    @Test
    void shouldGoOnByItselfWhenCopied() {
        StanSequence stans = new StanSequence(7, 2);
        stans.next();

        StanSequence copy = stans.copy();

        assertThat(copy.next()).isEqualTo("000009");
        assertThat(copy.next()).isEqualTo("000011");
        assertThat(stans.next()).isEqualTo("000009");
    }
}
