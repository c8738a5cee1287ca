package io.github.isostress.message.decode;

import static io.github.isostress.message.support.Messages.decode;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.ElementRange;
import io.github.isostress.message.support.FlatMessage;
import io.github.isostress.message.support.SampleMessage;
import io.github.isostress.message.support.SampleMessages;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jpos.iso.ISOMsg;

/** Reading element by element gives what jPOS reads at once, and where it stands. */
class DecodedMessagePropertyTest {

    @Property
    void shouldReadWhatJposReadsWhenMessageIsValid(@ForAll("messages") SampleMessage sample) throws Exception {
        byte[] bytes = sample.jpos().pack();
        ISOMsg expected = new ISOMsg();
        expected.setPackager(sample.packager());
        expected.unpack(bytes);

        ISOMsg actual = decode(sample.packager(), bytes).fields();

        assertThat(FlatMessage.of(actual)).isEqualTo(FlatMessage.of(expected)).hasSizeGreaterThan(1);
    }

    @Property
    void shouldCoverTheMessageWithoutGapsWhenDecoded(@ForAll("messages") SampleMessage sample) throws Exception {
        byte[] bytes = sample.jpos().pack();

        DecodedMessage message = decode(sample.packager(), bytes);

        int end = 0;
        for (ElementRange range : message.ranges()) {
            assertThat(range.start()).as("start of element %s", range.element()).isEqualTo(end);
            end = range.end();
        }
        assertThat(end).isEqualTo(bytes.length);
        assertThat(message.trailingBytes()).isZero();
    }

    @Provide
    Arbitrary<SampleMessage> messages() {
        return Arbitraries.oneOf(SampleMessages.ofBuiltInPackagers(), SampleMessages.ofOwnPackagers());
    }
}
