package io.github.isostress.exchange;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Frame;
import io.github.isostress.wire.HostConnection;
import java.util.function.LongConsumer;

/**
 * Counts which bytes of a connection are reported already. Each byte that came or went is reported once, those of
 * zero-length polls included, which are no frames. Used by one thread at a time, but {@link #send} by any.
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
        reported(frame.frame());
        reportedAsSent(frame.sentBytes());
    }

    /** Notes the bytes of a frame that another report tells of. */
    void reported(Frame frame) {
        received += frame.bytes().length;
    }

    /** Notes bytes that were sent and that another report tells of. */
    synchronized void reportedAsSent(long bytes) {
        sent += bytes;
    }

    /** Notes that a frame will not be reported alone after all. */
    void notReported(UnmatchedFrame frame) {
        received -= frame.frame().bytes().length;
    }

    /** Sends an answer that is reported alone, as {@link HostRequest.Sender} says: its bytes are in no other report. */
    synchronized long send(byte[] frame, long deadlineNanos, LongConsumer begins) throws FailureException {
        if (!connection.isOpen()) {
            throw new FailureException(Failure.SEND_FAILED, "the connection on which the request came has ended");
        }
        long before = connection.sentBytes();
        try {
            begins.accept(System.nanoTime());
            connection.send(frame, deadlineNanos);
            return System.nanoTime();
        } finally {
            sent += connection.sentBytes() > before ? frame.length : 0;
        }
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
    synchronized long takeSent() {
        long unreported = connection.sentBytes() - sent;
        sent += unreported;
        return unreported;
    }
}
