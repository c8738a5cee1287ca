package io.github.isostress.message.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Counters by name: each number once, whoever asks, and never one before. */
class CountersTest {
    private static final CounterRule ANY = CounterRule.upTo(1_000_000);

    private static long next(Counters counters, String name) {
        return counters.next(name, 1, ANY).orElseThrow();
    }

    @Test
    void shouldCountEachNameByItselfWhenThereAreSeveral() {
        Counters counters = new Counters();

        assertThat(List.of(next(counters, "a"), next(counters, "a"), next(counters, "b"), next(counters, "a")))
                .containsExactly(1L, 2L, 1L, 3L);
    }

    @Test
    void shouldBeginAnywhereWhenToldAndNeverGoBack() {
        Counters counters = new Counters();

        assertThat(counters.next("a", 500, ANY)).hasValue(500);
        assertThat(counters.next("a", 100, ANY)).hasValue(501);
        assertThat(counters.next("a", 900, ANY)).hasValue(900);
    }

    @Test
    void shouldSkipWhatTheRuleRefusesWhenCounting() {
        CounterRule fewOnes = new CounterRule() {
            @Override
            public long last() {
                return 12;
            }

            @Override
            public boolean allows(long value) {
                return Long.bitCount(value) <= 2;
            }
        };
        Counters counters = new Counters();

        assertThat(Stream.generate(() -> counters.next("a", 5, fewOnes).orElseThrow())
                        .limit(6))
                .containsExactly(5L, 6L, 8L, 9L, 10L, 12L);
        assertThat(counters.next("a", 5, fewOnes)).as("all are used up").isEqualTo(OptionalLong.empty());
        assertThat(counters.next("a", 5, fewOnes)).as("and stay so").isEqualTo(OptionalLong.empty());
    }

    @Test
    void shouldGiveEachNumberOnceWhenEightThreadsAndThreeSharesCount() throws Exception {
        Set<Long> given = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> ends = new ArrayList<>();
        for (int share = 1; share <= 3; share++) {
            Counters counters = Counters.ofShare(share, 3);
            for (int thread = 0; thread < 8; thread++) {
                ends.add(threads.submit(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        given.add(next(counters, "a"));
                    }
                }));
            }
        }
        for (Future<?> end : ends) {
            end.get();
        }
        threads.shutdown();

        assertThat(given).hasSize(3 * 8 * 5_000).contains(1L, 120_000L);
    }

    @Test
    void shouldHaveSharesApartWhenTheyBeginAtDifferentNumbers() {
        assertThat(Counters.ofShare(2, 3).next("a", 7, ANY)).hasValue(8);
        assertThat(Counters.ofShare(1, 3).next("a", 8, ANY)).hasValue(10);
        assertThat(Counters.ofShare(3, 3).next("a", 9, ANY)).hasValue(9);
    }

    @Test
    void shouldUseNoNumberUpWhenOnlyLookedAt() {
        Counters counters = new Counters();
        next(counters, "a");

        assertThat(List.of(next(counters.preview(), "a"), next(counters.preview(), "b")))
                .containsExactly(2L, 1L);
        Counters preview = counters.preview();
        assertThat(List.of(next(preview, "a"), next(preview, "a"))).containsExactly(2L, 3L);
        assertThat(next(counters, "a")).isEqualTo(2);
    }

    @Test
    void shouldRememberTheLatestNamesWhenThereIsNoEndOfNames() {
        Counters counters = new Counters();
        next(counters, "first");
        next(counters, "used");

        for (int i = 0; i < 150_000; i++) {
            next(counters, "name " + i);
        }
        assertThat(next(counters, "used")).isEqualTo(2);
        for (int i = 150_000; i < 250_000; i++) {
            next(counters, "name " + i);
        }

        assertThat(next(counters, "used")).isEqualTo(3);
        assertThat(next(counters, "name 200000")).isEqualTo(2);
        assertThat(next(counters, "first")).as("forgotten").isEqualTo(1);
    }
}
