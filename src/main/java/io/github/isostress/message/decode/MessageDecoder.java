package io.github.isostress.message.decode;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementIndex;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.MessageShape;
import java.util.Optional;

/**
 * Finds a message's elements in the order in which jPOS itself reads them, and notes where each stands: so a message
 * that cannot be read is refused with the element and the byte at which reading ended. jPOS's field packagers read each
 * element whose extent does not show from its layout; the others are read when they are asked for. Any bytes at all
 * give either a message or the declared exception. Immutable and thread-safe.
 */
public final class MessageDecoder {
    private final IsoPackager packager;

    /** Reads messages as this packager defines them. */
    public MessageDecoder(IsoPackager packager) {
        this.packager = packager;
    }

    /**
     * Reads a message.
     *
     * @param bytes the message without framing; not copied, not to be changed afterwards
     * @throws FailureException {@link Failure#UNPACK_ERROR}, naming the element and the byte's offset from 0, never a
     *     value
     */
    public DecodedMessage decode(byte[] bytes) throws FailureException {
        DecodedMessage message = ofShape(bytes, packager.shapes().of(bytes, packager.headerLength()));
        return message == null ? new ElementScanner(packager, bytes).run() : message;
    }

    /**
     * A message whose shape is known.
     *
     * @param bytes the message without framing; not copied, not to be changed afterwards
     * @param shape one of the packager's own, of a message that began with the same MTI and bitmap
     * @return empty if the layouts of the elements do not tell where each stands, or if the message cannot be read
     */
    public Optional<DecodedMessage> decode(byte[] bytes, MessageShape shape) {
        return Optional.ofNullable(ofShape(bytes, shape));
    }

    private DecodedMessage ofShape(byte[] bytes, MessageShape shape) {
        int start = packager.headerLength();
        int[] ends = shape == null ? null : shape.endsIn(bytes, start, packager);
        return ends == null
                ? null
                : new DecodedMessage(packager, bytes, new ElementIndex(packager, bytes, start, shape, ends, null));
    }

    /**
     * Reads as many elements as can be read of a message that is cut off or does not fit the packager.
     *
     * @param bytes the message without framing; not copied, not to be changed afterwards
     * @return the elements in front of the first that cannot be read; none if there is no MTI to begin with
     */
    public DecodedMessage decodeStart(byte[] bytes) {
        return new ElementScanner(packager, bytes).runAsFarAsPossible();
    }
}
