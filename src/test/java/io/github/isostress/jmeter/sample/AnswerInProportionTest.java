package io.github.isostress.jmeter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ListedSecrets;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.describe.MessageDescription;
import io.github.isostress.message.support.LargeAnswer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a host sends: its text is in proportion to its bytes, and so is the time to write and to read it. */
class AnswerInProportionTest {
    private static final int MOST_CHARACTERS_A_BYTE = 20;
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int TRIES = 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final MessageDescriber DESCRIBER =
            new MessageDescriber(Optional.of(LargeAnswer.packager()), ListedSecrets.NONE, 0);

    private static DecodedMessage decoded(byte[] message) {
        try {
            return new MessageDecoder(LargeAnswer.packager()).decode(message);
        } catch (FailureException e) {
            return null;
        }
    }

    /** The processor time counts, since the machine may be busy; the first try may be slow for other reasons. */
    private static String within(Supplier<String> work) {
        long fastest = Long.MAX_VALUE;
        String text = "";
        for (int i = 0; i < TRIES && fastest > LONGEST_NANOS; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            text = work.get();
            fastest = Math.min(fastest, THREADS.getCurrentThreadCpuTime() - start);
        }
        assertThat(fastest).isLessThan(LONGEST_NANOS);
        return text;
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteTwentyCharactersAByteAtMost(LargeAnswer answer) {
        byte[] message = answer.message();

        String text =
                within(() -> DESCRIBER.describe(message, 0, decoded(message)).text());

        assertThat(text.length()).isLessThan(MOST_CHARACTERS_A_BYTE * message.length);
    }

    @Test
    void shouldShowPartsInDigitsWhenTheyAreNestedDeeperThanEight() {
        byte[] message = LargeAnswer.PARTS_IN_PARTS.message();

        String text = DESCRIBER.describe(message, 0, decoded(message)).text();

        assertThat(text)
                .contains("\n" + " ".repeat(16) + ".1 ")
                .doesNotContain(" ".repeat(18) + ".1 ")
                .contains("*3141\n");
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteTheBytesAloneAsSoon(LargeAnswer answer) {
        byte[] message = answer.message();

        String text =
                within(() -> DESCRIBER.bytesAlone(message, 0, decoded(message)).text());

        assertThat(text.length()).isLessThan(MOST_CHARACTERS_A_BYTE * message.length);
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadTheTextAsSoon(LargeAnswer answer) {
        byte[] message = answer.message();
        MessageDescription described = DESCRIBER.describe(message, 0, decoded(message));
        String text = SampleText.of(SampleSection.ofResponse(described)).text();

        String read = within(
                () -> SampleReport.read("", text).response().orElseThrow().text());

        assertThat(read).isEqualTo(described.text());
    }
}
