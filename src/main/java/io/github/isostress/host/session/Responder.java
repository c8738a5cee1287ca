package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import java.util.Optional;

/** Decides what a host answers. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface Responder {
    /**
     * The answer to a message.
     *
     * @param message without framing
     * @return empty if the message is no request and so gets no answer
     * @throws FailureException if the message cannot be read
     */
    Optional<byte[]> respond(byte[] message) throws FailureException;
}
