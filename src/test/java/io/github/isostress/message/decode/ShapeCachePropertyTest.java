package io.github.isostress.message.decode;

import static io.github.isostress.message.decode.LazyReadingPropertyTest.assertSameAsEager;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.support.MessagesToRead;
import io.github.isostress.message.support.SampleMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jpos.iso.ISOException;

/** What a packager remembers of the messages it has read changes nothing of what the next one says. */
class ShapeCachePropertyTest extends MessagesToRead {
    private static byte[] known(SampleMessage sample) throws ISOException, FailureException {
        byte[] bytes = sample.jpos().pack();
        new MessageDecoder(sample.packager()).decode(bytes);
        return bytes;
    }

    @Property(tries = 50)
    void shouldReadTheSameWhenAMessageOfAKnownKindIsCutAnywhere(@ForAll("messages") SampleMessage sample)
            throws Exception {
        byte[] bytes = known(sample);

        for (int length = bytes.length; length >= 0; length--) {
            assertSameAsEager(sample.packager(), Arrays.copyOf(bytes, length));
        }
    }

    /** Most of the damage is done to values and lengths: the shape stays known. */
    @Property(tries = 5_000)
    void shouldReadTheSameWhenAMessageOfAKnownKindIsDamaged(
            @ForAll("messages") SampleMessage sample, @ForAll Random random) throws Exception {
        byte[] bytes = known(sample);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }

        assertSameAsEager(sample.packager(), bytes);
    }

    @Property(tries = 1_000)
    void shouldReadTheSameWhenMoreFollowsThanAMessageOfAKnownKindHas(
            @ForAll("messages") SampleMessage sample, @ForAll @Size(min = 1, max = 300) byte[] more) throws Exception {
        byte[] bytes = known(sample);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, longer, bytes.length, more.length);

        assertSameAsEager(sample.packager(), longer);
    }

    /** More shapes than are remembered, so that some are forgotten and come again. */
    @Property(tries = 100)
    void shouldReadTheSameWhenKindsTakeTurns(
            @ForAll @Size(min = 20, max = 30) List<@From("messages") SampleMessage> samples) throws Exception {
        for (int turn = 0; turn < 2; turn++) {
            for (SampleMessage sample : samples) {
                assertSameAsEager(sample.packager(), known(sample));
            }
        }
    }
}
