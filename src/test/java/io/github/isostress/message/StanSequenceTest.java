package io.github.isostress.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StanSequenceTest {
    private static final int HIGHEST = 999_999;

    private final StanSequence stans = new StanSequence();

    @Test
    void shouldBeginWithOneWhenNew() {
        assertThat(Stream.generate(stans::next).limit(3)).containsExactly("000001", "000002", "000003");
    }

    @Test
    void shouldBeginAgainWithOneWhenAllAreUsed() {
        for (int i = 1; i < HIGHEST; i++) {
            stans.next();
        }

        assertThat(Stream.generate(stans::next).limit(3)).containsExactly("999999", "000001", "000002");
    }

    @Test
    void shouldBeginAgainWithOneWhenReset() {
        stans.next();
        stans.next();

        stans.reset();

        assertThat(stans.next()).isEqualTo("000001");
    }

    @Test
    void shouldGiveEachOutOnceWhenManyThreadsAsk() {
        Set<String> given = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 100_000).parallel().forEach(i -> given.add(stans.next()));

        assertThat(given).hasSize(100_000).contains("000001", "100000");
    }
}
