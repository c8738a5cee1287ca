package io.github.isostress.exchange;

import io.github.isostress.wire.HostConnection;

/**
 * Counts which bytes of a connection are reported already. Each byte that came or went is reported once, those of
 * zero-length polls included, which are no frames. Used by one thread at a time.
 */
final class ReportedBytes {
    private final HostConnection connection;
    private long received;
    private long sent;

    ReportedBytes(HostConnection connection) {
        this.connection = connection;
    }

    /** Notes the bytes of a frame that is reported alone, and of our answer to it. */
    void reported(UnmatchedFrame frame) {
        received += frame.frame().bytes().length;
        sent += frame.sentBytes();
    }

    /** Whether bytes came that are not reported. */
    boolean hasUnreported() {
        return connection.receivedBytes() > received;
    }

    /** How many bytes came that were not reported; they are from now on. */
    long takeReceived() {
        long unreported = connection.receivedBytes() - received;
        received += unreported;
        return unreported;
    }

    /** How many bytes were sent that were not reported; they are from now on. */
    long takeSent() {
        long unreported = connection.sentBytes() - sent;
        sent += unreported;
        return unreported;
    }
}
