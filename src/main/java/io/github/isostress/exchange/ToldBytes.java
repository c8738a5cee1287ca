package io.github.isostress.exchange;

import io.github.isostress.wire.HostConnection;

/**
 * Which of a connection's bytes are told of already: every byte that came or went is told of once, whatever it was, the
 * zero-length polls that no frame shows included. Used by one thread at a time.
 */
final class ToldBytes {
    private final HostConnection connection;
    private long received;
    private long sent;

    ToldBytes(HostConnection connection) {
        this.connection = connection;
    }

    /** Notes the bytes of a frame that is told of by itself. */
    void tellBy(UnmatchedFrame frame) {
        received += frame.frame().bytes().length;
        sent += frame.sentBytes();
    }

    /** Whether bytes came that are not told of. */
    boolean isReceivedUntold() {
        return connection.receivedBytes() > received;
    }

    /** All that came and was not told of is told of now; returns how many bytes that are. */
    long takeReceived() {
        long untold = connection.receivedBytes() - received;
        received += untold;
        return untold;
    }

    /** All that was sent and was not told of is told of now; returns how many bytes that are. */
    long takeSent() {
        long untold = connection.sentBytes() - sent;
        sent += untold;
        return untold;
    }
}
