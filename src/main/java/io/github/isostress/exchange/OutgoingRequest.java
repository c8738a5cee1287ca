package io.github.isostress.exchange;

import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.template.FilledMessage;
import java.util.function.Consumer;

/** A request that is to be sent, with what its exchange needs to know of it. Immutable. */
public final class OutgoingRequest {
    private final byte[] message;
    private final DecodedMessage decoded;
    private final AwaitedAnswer awaited;
    private final FilledMessage filled;
    private final Consumer<DecodedMessage> listener;

    OutgoingRequest(
            byte[] message,
            DecodedMessage decoded,
            AwaitedAnswer awaited,
            FilledMessage filled,
            Consumer<DecodedMessage> listener) {
        this.message = message;
        this.decoded = decoded;
        this.awaited = awaited;
        this.filled = filled;
        this.listener = listener;
    }

    /**
     * The same request, whose answer is given to a listener before what comes behind it on the connection is looked at.
     *
     * @param other must not throw, and not wait; may be called by the thread that reads the connection
     */
    public OutgoingRequest toldTo(Consumer<DecodedMessage> other) {
        return new OutgoingRequest(message, decoded, awaited, filled, other);
    }

    /** The request without framing. */
    byte[] message() {
        return message;
    }

    /** The elements of the request; null if messages are raw or it cannot be read. */
    public DecodedMessage decoded() {
        return decoded;
    }

    /** What its answer must carry, or null if it cannot be read: whatever comes next is its answer. */
    AwaitedAnswer awaited() {
        return awaited;
    }

    /** As its template has given it; null if no template did. */
    FilledMessage filled() {
        return filled;
    }

    /** Tells of its answer, which may be null if it cannot be read. */
    void answered(DecodedMessage answer) {
        if (answer != null) {
            listener.accept(answer);
        }
    }

    Consumer<DecodedMessage> listener() {
        return listener;
    }
}
