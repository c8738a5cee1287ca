package io.github.isostress.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a connection is kept, as users write it. */
class KeepReaderTest {
    @Test
    void shouldReadEachKindWhenWrittenAsTheReadmeSays() {
        assertThat(Keep.parse("thread")).isEqualTo(new Keep.ForThread());
        assertThat(Keep.parse(" iteration ")).isEqualTo(new Keep.ForIteration());
        assertThat(Keep.parse("sample")).isEqualTo(new Keep.ForSamples(1));
        assertThat(Keep.parse("1 sample")).isEqualTo(new Keep.ForSamples(1));
        assertThat(Keep.parse("20\t samples")).isEqualTo(new Keep.ForSamples(20));
        assertThat(Keep.parse("pool of 5")).isEqualTo(new Keep.InPool(Optional.empty(), 5));
        assertThat(Keep.parse("pool switch-A of 100000")).isEqualTo(new Keep.InPool(Optional.of("switch-A"), 100_000));
        assertThat(Keep.parse("shared 2")).isEqualTo(new Keep.Shared(Optional.empty(), 2));
        assertThat(Keep.parse("shared switch-A  4")).isEqualTo(new Keep.Shared(Optional.of("switch-A"), 4));
    }

    @Test
    void shouldKeepForTheThreadWhenNothingIsWritten() {
        assertThat(Keep.parse("  ")).isEqualTo(new Keep.ForThread());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for ever",
                "samples",
                "-1 samples",
                "pool",
                "pool of",
                "pool a b of 5",
                "20samples",
                "shared",
                "shared of 2"
            })
    void shouldNameWhatIsPossibleWhenItIsNoneOfThat(String text) {
        assertThatThrownBy(() -> Keep.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("keep '" + text
                        + "' is none of thread, iteration, sample, N samples, pool of N, pool NAME of N,"
                        + " shared N, shared NAME N");
    }

    @ParameterizedTest
    @CsvSource({"0 samples,0,1000000000", "9999999999 samples,9999999999,1000000000", "pool of 0,0,100000"})
    void shouldNameTheBoundsWhenTheNumberIsOutside(String text, String number, String largest) {
        assertThatThrownBy(() -> Keep.parse(text))
                .hasMessage("keep '" + text + "': " + number + " is outside 1 to " + largest);
    }
}
