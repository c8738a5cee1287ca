package io.github.isostress.exchange;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;

/**
 * A message in its frame, as it goes over the wire.
 *
 * @param bytes the whole frame
 * @param messageStart the offset of the message in it
 */
record FramedMessage(byte[] bytes, int messageStart) {
    /**
     * Wraps a message.
     *
     * @throws FailureException {@link Failure#TEMPLATE_ERROR} if it is longer than the framing allows
     */
    static FramedMessage of(byte[] message, Framing framing) throws FailureException {
        try {
            return new FramedMessage(framing.wrap(message), framing.messageStart());
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.TEMPLATE_ERROR, e.getMessage(), e);
        }
    }
}
