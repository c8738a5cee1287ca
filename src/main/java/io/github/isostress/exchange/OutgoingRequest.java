package io.github.isostress.exchange;

import io.github.isostress.message.decode.DecodedMessage;

/** A request that is to be sent, with what its exchange needs to know of it. Immutable. */
public final class OutgoingRequest {
    private final byte[] message;
    private final DecodedMessage decoded;
    private final AwaitedAnswer awaited;

    OutgoingRequest(byte[] message, DecodedMessage decoded, AwaitedAnswer awaited) {
        this.message = message;
        this.decoded = decoded;
        this.awaited = awaited;
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
}
