package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Frame;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.List;
import java.util.Optional;

/** A message from a peer: its elements are decoded when one is first asked for. Used by one thread. */
final class ReceivedMessage {
    private static final ElementPath STAN = new ElementPath(11, List.of());
    private static final ElementPath AMOUNT = new ElementPath(4, List.of());

    private final byte[] bytes;
    private final long receivedNanos;
    private final Optional<HostMessages> messages;
    private DecodedMessage elements;

    /** Of a frame that came to a host that can read it, if it has a packager. */
    ReceivedMessage(Frame frame, Optional<HostMessages> messages) {
        this.bytes = frame.message();
        this.receivedNanos = frame.lastByteNanos();
        this.messages = messages;
    }

    /** Without framing. */
    byte[] bytes() {
        return bytes;
    }

    /** When its last byte came, as {@link System#nanoTime()}. */
    long receivedNanos() {
        return receivedNanos;
    }

    String mti() {
        return elements().mti();
    }

    /** DE 11; empty text if there is none. */
    String stan() {
        return value(STAN).orElse("");
    }

    /** The transaction amount (DE 4) in minor units; empty if there is none. */
    Optional<Long> amount() {
        return value(AMOUNT).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }

    Optional<String> value(ElementPath path) {
        return elements().value(path);
    }

    /** The message as it was read. */
    DecodedMessage elements() {
        if (elements == null) {
            try {
                elements = messages.orElseThrow().read(bytes);
            } catch (FailureException e) {
                throw new IllegalStateException("a message that the host has read cannot be read", e);
            }
        }
        return elements;
    }
}
