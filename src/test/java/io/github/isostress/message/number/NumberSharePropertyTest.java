package io.github.isostress.message.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Numbers that several machines give out at once, each its share. */
class NumberSharePropertyTest {
    @Property(tries = 300)
    void shouldVisitAllItsNumbersBeforeOneComesAgain(
            @ForAll @IntRange(max = 1) int least,
            @ForAll @IntRange(min = 2, max = 2_000) int largest,
            @ForAll @IntRange(max = 100_000) int chosen,
            @ForAll @IntRange(min = 1, max = 100_000) int wanted) {
        int first = least + chosen % (largest - least + 1);
        int step = 1 + wanted % largest;
        NumberShare share = new NumberShare(least, largest, first, step);
        BitSet expected = new BitSet();
        for (int number = least; number <= largest; number++) {
            expected.set(number, (number - first) % step == 0);
        }

        for (int round = 0; round < 2; round++) {
            assertThat(round(share, expected.cardinality())).isEqualTo(expected);
        }
    }

    @Property(tries = 50)
    void shouldHaveNoNumberInCommonAndAllTogetherWhenTheyAreSharesOfOneStep(
            @ForAll @IntRange(min = 1, max = 40) int machines,
            @ForAll @IntRange(min = 1, max = 2_000) int base,
            @ForAll @IntRange(min = 2_100, max = 5_000) int largest) {
        BitSet all = new BitSet();
        int given = 0;
        for (int machine = 0; machine < machines; machine++) {
            int first = base + machine;
            NumberShare share = new NumberShare(1, largest, first, machines);
            int size = (largest - (1 + (first - 1) % machines)) / machines + 1;
            all.or(round(share, size));
            all.or(round(share, size));
            given += size;
        }

        assertThat(given).isEqualTo(largest);
        assertThat(all.cardinality()).isEqualTo(largest);
        assertThat(all.get(0)).isFalse();
    }

    /** So many numbers; each must be a new one. */
    private static BitSet round(NumberShare share, int size) {
        BitSet numbers = new BitSet();
        for (int i = 0; i < size; i++) {
            int number = (int) share.next();
            assertThat(numbers.get(number)).as("%d came before", number).isFalse();
            numbers.set(number);
        }
        return numbers;
    }
}
