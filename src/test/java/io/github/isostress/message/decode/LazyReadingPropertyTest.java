package io.github.isostress.message.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.support.EagerReading;
import io.github.isostress.message.support.FlatMessage;
import io.github.isostress.message.support.MessagesToRead;
import io.github.isostress.message.support.SampleMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;

/** Reading what is asked for, when it is asked for, comes to the same as reading all at once. */
class LazyReadingPropertyTest extends MessagesToRead {
    @Property(tries = 5_000)
    void shouldReadTheSameWhenBytesAreRandom(@ForAll("packagers") IsoPackager packager, @ForAll("garbage") byte[] bytes)
            throws ISOException {
        assertSameAsEager(packager, bytes);
    }

    @Property(tries = 1_000)
    void shouldReadTheSameWhenMessageIsValid(@ForAll("messages") SampleMessage sample) throws ISOException {
        byte[] bytes = sample.jpos().pack();

        assertThat(EagerReading.of(sample.packager(), bytes).isComplete()).isTrue();
        assertSameAsEager(sample.packager(), bytes);
    }

    @Property(tries = 50)
    void shouldReadTheSameWhenMessageIsCutAnywhere(@ForAll("messages") SampleMessage sample) throws ISOException {
        byte[] bytes = sample.jpos().pack();

        for (int length = 0; length < bytes.length; length++) {
            assertSameAsEager(sample.packager(), Arrays.copyOf(bytes, length));
        }
    }

    @Property(tries = 5_000)
    void shouldReadTheSameWhenMessageIsDamaged(@ForAll("messages") SampleMessage sample, @ForAll Random random)
            throws ISOException {
        byte[] bytes = sample.jpos().pack();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }

        assertSameAsEager(sample.packager(), bytes);
    }

    static void assertSameAsEager(IsoPackager packager, byte[] bytes) throws ISOException {
        EagerReading eager = EagerReading.of(packager, bytes);
        try {
            assertSame(new MessageDecoder(packager).decode(bytes), eager);
            assertThat(eager.isComplete()).isTrue();
        } catch (FailureException refusal) {
            assertThat(eager.isComplete()).isFalse();
            assertThat(refusal.getMessage()).startsWith(eager.end());
            assertSame(new MessageDecoder(packager).decodeStart(bytes), eager);
        }
    }

    private static void assertSame(DecodedMessage lazy, EagerReading eager) throws ISOException {
        assertThat(lazy.ranges()).isEqualTo(eager.ranges());
        for (int element : lazy.elements()) {
            assertThat(lazy.value(new ElementPath(element, List.of())))
                    .as("element %s", element)
                    .isEqualTo(value(eager, element));
        }
        assertThat(lazy.mti()).isEqualTo(value(eager, 0).orElse(""));
        assertThat(FlatMessage.of(lazy.fields())).isEqualTo(FlatMessage.of(eager.message()));
    }

    private static Optional<String> value(EagerReading eager, int element) {
        ISOComponent component = eager.message().getComponent(element);
        try {
            return component == null ? Optional.empty() : Optional.of(DecodedMessage.text(component));
        } catch (ISOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
