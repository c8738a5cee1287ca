package io.github.isostress.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates as they are written, and when their requests are due. */
class RateTest {
    private static final double SECOND = 1e9;

    @ParameterizedTest
    @CsvSource({
        "500,                    500, 500,  0",
        "' 0.25 ',               0.25, 0.25, 0",
        "100 to 1000 in 60 s,    100, 1000, 60",
        "0 to 1000 in 60 s,      0, 1000, 60",
        "1000 to 10.5 in 0.5s,   1000, 10.5, 0.5",
    })
    void shouldReadWhatIsWritten(String text, double first, double last, double seconds) {
        assertThat(Rate.parse(text)).isEqualTo(new Rate(first, last, seconds));
        assertThat(Rate.parse(text).isUnlimited()).isFalse();
    }

    @Test
    void shouldHoldNothingBackWhenItIsZero() {
        assertThat(Rate.parse("0")).isEqualTo(Rate.UNLIMITED);
        assertThat(Rate.parse("0.0").isUnlimited()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                   | '' is no rate: write requests a second, such as 500 or 0.2, or 100 to 1000 in 60 s, or 0 for as fast as possible
            -1                   | '-1' is no rate
            fast                 | 'fast' is no rate
            1e3                  | '1e3' is no rate
            1,000                | '1,000' is no rate
            NaN                  | 'NaN' is no rate
            100 to 200           | '100 to 200' is no rate
            2000000              | rate 2000000 is outside 0.001 to 1000000 requests a second
            0.0001               | rate 0.0001 is outside 0.001 to 1000000 requests a second
            100 to 0 in 5 s      | rate 0 is outside 0.001 to 1000000 requests a second
            1 to 2 in 9999999 s  | a rate changes within 0 to 604800 s, not 9999999 s
            """)
    void shouldSayWhyWhenItIsNoRate(String text, String sentence) {
        assertThatThrownBy(() -> Rate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void shouldBeDueEvenlyWhenConstant() {
        Rate rate = Rate.constant(300);

        assertThat(rate.nanosUntil(0)).isZero();
        assertThat(rate.nanosUntil(1)).isCloseTo(SECOND / 300, within(1e-3));
        assertThat(rate.nanosUntil(3_000_000)).isCloseTo(10_000 * SECOND, within(0.1));
    }

    @Test
    void shouldHaveSentTheAreaBelowTheRampWhenItEnds() {
        Rate rate = Rate.parse("100 to 1000 in 60 s");

        assertThat(rate.nanosUntil(33_000)).isCloseTo(60 * SECOND, within(1.0));
        assertThat(rate.nanosUntil(34_000)).isCloseTo(61 * SECOND, within(1.0));
        // After 30 s the rate is 550: 30 s at a mean of 325.
        assertThat(rate.nanosUntil(9_750)).isCloseTo(30 * SECOND, within(1.0));
    }

    @Test
    void shouldHaveSentTheAreaBelowTheRampWhenItFalls() {
        Rate rate = Rate.parse("1000 to 100 in 60 s");

        assertThat(rate.nanosUntil(33_000)).isCloseTo(60 * SECOND, within(1.0));
        assertThat(rate.nanosUntil(33_100)).isCloseTo(61 * SECOND, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.2", "1500", "20000", "100 to 1000 in 60 s", "1000 to 1 in 60 s", "0 to 20 in 5 s"})
    void shouldCountWhatIsDueWhenTimeHasPassed(String text) {
        Rate rate = Rate.parse(text);

        for (double requests = 0; requests < 100_000; requests = requests * 1.7 + 0.3) {
            assertThat(rate.requestsWithin(rate.nanosUntil(requests))).isCloseTo(requests, within(1e-6));
        }
    }
}
