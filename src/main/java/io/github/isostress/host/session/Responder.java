package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import java.util.Optional;

/** Makes a host's answers. Implementations are thread-safe. */
@FunctionalInterface
public interface Responder {
    /**
     * Answers a message.
     *
     * @param message without framing
     * @return empty if the message is no request
     * @throws FailureException if the message cannot be read
     */
    Optional<byte[]> respond(byte[] message) throws FailureException;
}
