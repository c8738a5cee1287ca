package io.github.isostress.jmeter.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a calibration has warmed up, and what it takes as the most. */
class SliceRatesTest {
    private static SliceRates rates(String perSecond) {
        SliceRates rates = new SliceRates();
        numbers(perSecond).forEach(rates::add);
        return rates;
    }

    private static DoubleStream numbers(String text) {
        return Stream.of(text.split(" ")).mapToDouble(Double::parseDouble);
    }

    @ParameterizedTest
    @CsvSource({
        "too few to compare, 1000 1000, true",
        "a young JVM, 500 1500 2600 3400, true",
        "the last but one is faster, 1000 1060 900, true",
        "the last is faster, 1000 1000 1051, true",
        "as fast as before, 1000 1000 1000, false",
        "5 % faster and no more, 1000 1050 1049, false",
        "a slow slice among faster ones, 1000 2000 900 2500, true",
        "a slow slice in front, 2000 900 2050 2060, false",
        "slower and slower, 3000 2500 2000, false",
        "nothing answered, 0 0 0, false",
        "the first answers, 0 0 100, true",
    })
    void shouldBeGrowingWhenOneOfTheLastTwoIsFasterThanAllBefore(String story, String perSecond, boolean isGrowing) {
        assertThat(rates(perSecond).isGrowing()).as(story).isEqualTo(isGrowing);
    }

    @ParameterizedTest
    @CsvSource({
        "the only slice, 700, 700",
        "two of the same second, 600 800, 700",
        "two in a row, 600 1000 800 500, 900",
        "a single fast slice is no second, 500 1000 500 800 800, 800",
    })
    void shouldTakeTheBestTwoInARowWhenAskedForTheBestSecond(String story, String perSecond, double best) {
        assertThat(rates(perSecond).bestSecond()).as(story).isEqualTo(best);
    }
}
