package io.github.isostress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.support.DumpText;
import io.github.isostress.support.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A million frames, random ones and damaged ones of all built-in packagers, on all processors: each ends as declared
 * and in time, and none gives its card number away.
 */
@Tag("alone")
class MillionFramesIT {
    private static final long SEED = 8583;
    private static final long FRAMES = 1_000_000;
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    /** A pause of the machine is not the frame's: it is measured again, and the shortest time counts. */
    private static final int MEASURED_AGAIN = 10;

    private static final int EXAMINED = 100;
    private static final int SEARCHED = 20;

    private static final List<FuzzedMessage> MESSAGES = FuzzedMessage.all(SEED);
    private static final Map<FuzzedMessage, DecodedMessage> REQUESTS = requests();

    private static Map<FuzzedMessage, DecodedMessage> requests() {
        Map<FuzzedMessage, DecodedMessage> requests = new IdentityHashMap<>();
        for (FuzzedMessage message : MESSAGES) {
            try {
                requests.put(message, new MessageDecoder(message.packager()).decode(message.bytes()));
            } catch (FailureException e) {
                throw new IllegalStateException(e);
            }
        }
        return requests;
    }

    @Test
    void shouldEndAsDeclaredAndInTimeWhenFramesAreAnythingAtAll() {
        LongStream.range(0, FRAMES).parallel().forEach(number -> {
            FuzzedFrame frame = FuzzedFrame.draw(SEED, number, MESSAGES);
            try {
                check(new FramePassage(frame, REQUESTS.get(frame.origin())), frame);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + SEED + ", " + frame, e);
            }
        });
    }

    private static void check(FramePassage passage, FuzzedFrame frame) {
        long start = System.nanoTime();
        String shown = passage.run();
        if (System.nanoTime() - start > LONGEST_NANOS) {
            assertThat(shortest(passage)).as("nanoseconds").isLessThan(LONGEST_NANOS);
        }
        if (frame.number() % SEARCHED == 0) {
            assertNothingIsGivenAway(shown, frame.origin().pan());
        }
        if (frame.number() % EXAMINED == 0) {
            List<String> sentences = passage.examine();
            assertThat(sentences).hasSizeLessThanOrEqualTo(3);
            assertThat(String.join(" ", sentences))
                    .doesNotContain(frame.origin().pan());
        }
    }

    private static long shortest(FramePassage passage) {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < MEASURED_AGAIN; i++) {
            long start = System.nanoTime();
            passage.run();
            shortest = Math.min(shortest, System.nanoTime() - start);
        }
        return shortest;
    }

    /** Neither in the words nor in the dump below them, whose rows and blanks are taken away. */
    private static void assertNothingIsGivenAway(String shown, String pan) {
        int dumpStart = ("\n" + shown).indexOf("\n0000  ");
        String words = dumpStart < 0 ? shown : shown.substring(0, dumpStart);
        DumpText dump = DumpText.of(dumpStart < 0 ? "" : shown.substring(dumpStart));
        String hex = Bytes.hex(pan.getBytes(StandardCharsets.ISO_8859_1));
        boolean givenAway = words.contains(pan)
                || words.contains(hex)
                || dump.hex().contains(pan)
                || dump.hex().contains(hex)
                || dump.text().contains(pan);
        if (givenAway) {
            throw new AssertionError("card number " + pan + " is shown in\n" + shown);
        }
    }
}
