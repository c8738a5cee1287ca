package io.github.isostress.jmeter.gui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values a chart marks. */
class ChartScaleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LINEAR      | 0       | 0, 1, 2
                    LINEAR      | 1       | 0, 1, 2
                    LINEAR      | 7       | 0, 4, 8
                    LINEAR      | 9       | 0, 5, 10
                    LINEAR      | 201     | 0, 120, 240
                    LINEAR      | 19000   | 0, 10k, 20k
                    LOGARITHMIC | 0       | 100 µs, 1 ms
                    LOGARITHMIC | 4400    | 100 µs, 1 ms, 10 ms
                    LOGARITHMIC | 1200000 | 100 µs, 1 ms, 10 ms, 100 ms, 1 s, 10 s
                    """)
    void shouldMarkRoundValuesWhenTheLargestIsKnown(ChartScale scale, double largest, String marks) {
        double top = scale.top(largest);

        assertThat(scale.marks(top).stream().map(scale::words).collect(Collectors.joining(", ")))
                .isEqualTo(marks);
        assertThat(scale.height(top, top)).isEqualTo(1);
        assertThat(scale.height(0, top)).isZero();
    }
}
