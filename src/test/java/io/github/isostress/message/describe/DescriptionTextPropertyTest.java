package io.github.isostress.message.describe;

import static io.github.isostress.message.support.Messages.decode;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.support.SampleMessage;
import io.github.isostress.message.support.SampleMessages;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a message holds, its description comes back from its text, and its parts lie inside their elements. */
class DescriptionTextPropertyTest {
    private static final int PREFIX = 2;

    private static byte[] framed(byte[] message, Random random) {
        byte[] frame = new byte[PREFIX + message.length + random.nextInt(2)];
        random.nextBytes(frame);
        System.arraycopy(message, 0, frame, PREFIX, message.length);
        return frame;
    }

    @Property
    void shouldComeBackWhenAMessageIsDescribed(@ForAll("messages") SampleMessage sample, @ForAll Random random)
            throws Exception {
        byte[] message = sample.jpos().pack();
        byte[] frame = framed(message, random);
        DecodedMessage decoded = decode(sample.packager(), message);

        MessageDescription masked = MessageDescriber.masked(frame, PREFIX, decoded);
        MessageDescription whole = MessageDescriber.unmasked(frame, PREFIX, decoded);

        assertThat(MessageDescription.read(masked.text())).contains(masked);
        assertThat(MessageDescription.read(whole.text())).contains(whole);
        assertThat(whole.bytes().bytes()).isEqualTo(frame);
    }

    @Property
    void shouldCoverTheFrameWhenAMessageIsDescribed(@ForAll("messages") SampleMessage sample, @ForAll Random random)
            throws Exception {
        byte[] message = sample.jpos().pack();
        byte[] frame = framed(message, random);

        List<DescribedElement> elements = MessageDescriber.masked(frame, PREFIX, decode(sample.packager(), message))
                .elements();

        int end = 0;
        for (DescribedElement element : elements) {
            if (element.depth() == 0) {
                assertThat(element.start()).as("start of %s", element.label()).isEqualTo(end);
                end = element.end();
            }
        }
        assertThat(end).isEqualTo(frame.length);
    }

    @Property
    void shouldKnowThePlacesOfAllPartsWhenTheyAreSentAsTheyAreRead(@ForAll("messages") SampleMessage sample)
            throws Exception {
        byte[] message = sample.jpos().pack();

        List<DescribedElement> elements = MessageDescriber.unmasked(message, 0, decode(sample.packager(), message))
                .elements();

        for (DescribedElement element : elements) {
            assertThat(element.start()).as("start of %s", element).isNotNegative();
            assertThat(element.end()).as("end of %s", element).isBetween(element.start(), message.length);
        }
    }

    @Property
    void shouldComeBackWhenElementsAreAnythingPrintable(@ForAll("elements") List<DescribedElement> elements) {
        ShownBytes bytes = new ShownBytes(new byte[] {1, 2, 3}, new BitSet());
        MessageDescription description = new MessageDescription(elements, bytes, "");

        assertThat(MessageDescription.read(description.text())).contains(description);
    }

    @Provide
    Arbitrary<List<DescribedElement>> elements() {
        Arbitrary<String> shown = Arbitraries.strings()
                .withChars(' ', ' ', '"', '(', '-', '0', 'A')
                .ofMaxLength(12);
        Arbitrary<String> words =
                Arbitraries.strings().withChars("ab 0-").ofMaxLength(50).map(String::strip);
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 70_000);
        return Combinators.combine(number.map(i -> i % 5), words, shown, words, number, number.map(i -> i % 100))
                .as((depth, name, value, meaning, start, length) -> new DescribedElement(
                        depth, "." + start % 999, name, value, meaning.replace("  ", " "), start, start + length))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<SampleMessage> messages() {
        return Arbitraries.oneOf(SampleMessages.ofBuiltInPackagers(), SampleMessages.ofOwnPackagers());
    }
}
