package io.github.isostress.message.decode;

import static io.github.isostress.message.support.Messages.decode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.describe.MessageDescription;
import io.github.isostress.message.support.Described;
import io.github.isostress.message.support.MessagesToRead;
import io.github.isostress.message.support.SampleMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jpos.iso.ISOException;

/** Any bytes at all are either a message, which can then be shown, or refused with the place where reading ended. */
class DecoderGarbagePropertyTest extends MessagesToRead {
    @Property(tries = 20_000)
    void shouldDecodeOrRefuseWhenBytesAreRandom(
            @ForAll("packagers") IsoPackager packager, @ForAll("garbage") byte[] bytes) {
        decoded(packager, bytes).ifPresent(message -> assertThatItCanBeShown(message, bytes));
    }

    @Property(tries = 20_000)
    void shouldDecodeOrRefuseWhenValidMessageIsDamaged(@ForAll("messages") SampleMessage sample, @ForAll Random random)
            throws ISOException {
        byte[] bytes = damaged(sample.jpos().pack(), random);

        decoded(sample.packager(), bytes).ifPresent(message -> assertThatItCanBeShown(message, bytes));
    }

    private static Optional<DecodedMessage> decoded(IsoPackager packager, byte[] bytes) {
        try {
            return Optional.of(decode(packager, bytes));
        } catch (FailureException refusal) {
            assertThat(refusal.failure()).isEqualTo(Failure.UNPACK_ERROR);
            assertThat(refusal.getMessage())
                    .matches("(the MTI|the bitmap|element \\d+) at byte \\d+ of " + bytes.length
                            + " cannot be read with packager " + packager.name() + ": .+");
            return Optional.empty();
        }
    }

    private static void assertThatItCanBeShown(DecodedMessage message, byte[] bytes) {
        MessageDescription description = MessageDescriber.masked(bytes, 0, message);
        assertThat(Described.elements(message)).startsWith("element").contains("\nMTI ");
        assertThat(Described.dump(message)).startsWith("0000");
        assertThat(MessageDescriber.RAW.unread(bytes, 0).text()).startsWith("0000");
        assertThat(MessageDescription.read(description.text())).contains(description);
        assertThat(description.elements())
                .allSatisfy(element -> assertThat(element.end()).isBetween(element.start(), bytes.length));
        for (int element : message.elements()) {
            assertThat(message.value(new ElementPath(element, List.of())))
                    .as("element %s", element)
                    .isPresent();
        }
        assertThatNoException().isThrownBy(() -> message.value(ElementPath.parse("55.9F02")));
    }

    /** Some bytes changed, some taken out, the end cut off or doubled. */
    private static byte[] damaged(byte[] message, Random random) {
        byte[] bytes = message.clone();
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(20));
            case 2 -> without(bytes, random.nextInt(bytes.length));
            default -> bytes;
        };
    }

    private static byte[] without(byte[] bytes, int at) {
        byte[] rest = Arrays.copyOf(bytes, bytes.length - 1);
        System.arraycopy(bytes, at + 1, rest, at, rest.length - at);
        return rest;
    }
}
