package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.List;
import java.util.Optional;

/** A request as rules see it: its elements are decoded when a rule first asks for one. Used by one thread. */
final class IncomingRequest {
    private static final ElementPath AMOUNT = new ElementPath(4, List.of());

    private final byte[] message;
    private final Optional<HostMessages> messages;
    private DecodedMessage elements;

    /** For a request that the host can read, if it has a packager. */
    IncomingRequest(byte[] message, Optional<HostMessages> messages) {
        this.message = message;
        this.messages = messages;
    }

    String mti() {
        return elements().mti();
    }

    /** The transaction amount (DE 4) in minor units; empty if there is none. */
    Optional<Long> amount() {
        return value(AMOUNT).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }

    Optional<String> value(ElementPath path) {
        return elements().value(path);
    }

    private DecodedMessage elements() {
        if (elements == null) {
            try {
                elements = messages.orElseThrow().read(message);
            } catch (FailureException e) {
                throw new IllegalStateException("a request that has an answer cannot be read", e);
            }
        }
        return elements;
    }
}
