package io.github.isostress.message.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestPanTest {
    private static final Random RANDOM = new Random(8583);

    /** ISO/IEC 7812-1, annex B: every second digit from the right doubled, the sum a multiple of ten. */
    private static int luhnSum(String pan) {
        int sum = 0;
        for (int i = 0; i < pan.length(); i++) {
            int digit = pan.charAt(pan.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum;
    }

    @Property
    void shouldBeLuhnValidAndBeginWithItsBinWhenArgumentsAreGood(
            @ForAll @NumericChars @StringLength(min = 1, max = 10) String bin,
            @ForAll @IntRange(min = 12, max = 19) int length,
            @ForAll Random random) {
        String pan = TestPan.random(bin, length, random);

        assertThat(pan).startsWith(bin).hasSize(length).containsOnlyDigits();
        assertThat(luhnSum(pan) % 10).isZero();
    }

    @Test
    void shouldDifferWhenAskedAgain() {
        assertThat(TestPan.random("476173", 16, RANDOM)).isNotEqualTo(TestPan.random("476173", 16, RANDOM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "47617x", "-1", "4761730000000", "\u0664\u0667"})
    void shouldRefuseWhenBinIsNotOneToTwelveDigits(String bin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestPan.random(bin, 16, RANDOM))
                .withMessage("the BIN of a PAN must be 1 to 12 digits");
    }

    @ParameterizedTest
    @CsvSource({"4, 11", "4, 20", "4, -1", "476173000000, 13", "47617300000, 12"})
    void shouldRefuseWhenLengthIsOutOfRangeOrLeavesNoRoomBehindTheBin(String bin, int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestPan.random(bin, length, RANDOM))
                .withMessage("the length of a PAN must be 12 to 19 and at least two more than its BIN's");
    }
}
