package io.github.isostress.it.verdict;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** How often each run is made: {@code -Dverdict.rounds} with something wrong, {@code -Dverdict.clean} with nothing. */
final class VerdictRounds {
    private VerdictRounds() {}

    /** The provocations of a kind, each with the number of its round. */
    static Stream<Arguments> of(Predicate<Provocation> kind) {
        return Arrays.stream(Provocation.values())
                .filter(kind)
                .flatMap(provocation -> of("verdict.rounds").map(round -> Arguments.of(provocation, round)));
    }

    /** The numbers of the rounds that a system property asks for. */
    static Stream<Integer> of(String property) {
        return IntStream.rangeClosed(1, Integer.getInteger(property, 1)).boxed();
    }
}
