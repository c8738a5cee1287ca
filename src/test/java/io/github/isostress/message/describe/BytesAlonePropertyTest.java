package io.github.isostress.message.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.support.SampleMessage;
import io.github.isostress.message.support.SampleMessages;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jpos.iso.ISOException;

/** The bytes alone hide what the bytes beside the elements hide. */
class BytesAlonePropertyTest {
    private static final int PREFIX = 2;

    @Property(tries = 10_000)
    void shouldHideTheSameWhenBytesAreShownAlone(@ForAll("messages") SampleMessage sample, @ForAll Random random)
            throws ISOException {
        byte[] message = sample.jpos().pack();
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            message[random.nextInt(message.length)] = (byte) random.nextInt(256);
        }
        byte[] frame = new byte[PREFIX + message.length + random.nextInt(2)];
        System.arraycopy(message, 0, frame, PREFIX, message.length);
        DecodedMessage decoded = new MessageDecoder(sample.packager()).decodeStart(message);

        ShownBytes alone = MessageDescriber.maskedBytes(frame, PREFIX, decoded);

        ShownBytes beside = MessageDescriber.masked(frame, PREFIX, decoded).bytes();
        assertThat(alone).isEqualTo(beside).hasToString(beside.toString());
    }

    @Provide
    Arbitrary<SampleMessage> messages() {
        return Arbitraries.oneOf(SampleMessages.ofBuiltInPackagers(), SampleMessages.ofOwnPackagers());
    }
}
