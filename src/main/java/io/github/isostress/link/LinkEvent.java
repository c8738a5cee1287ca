package io.github.isostress.link;

import io.github.isostress.connect.ConnectionTarget;
import io.github.isostress.exchange.HostRequest;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.Remainder;
import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.judgement.Verdict;
import io.github.isostress.wire.HostConnection;

/** What happens to a connection besides the requests of the test. Immutable. */
public sealed interface LinkEvent {
    /** {@link System#nanoTime()} when it began. */
    long startNanos();

    /** {@link System#nanoTime()} when it was over. */
    long endNanos();

    /**
     * A connection was opened.
     *
     * @param target what was to be reached
     * @param connection the open connection
     * @param startNanos {@link System#nanoTime()} before the TCP connect, or when the wait for a client began
     * @param endNanos when the connection stood, or the client was taken
     * @param reason why it was opened, and for how long the attempt had to wait; for people
     */
    record Connected(ConnectionTarget target, HostConnection connection, long startNanos, long endNanos, String reason)
            implements LinkEvent {}

    /** As {@link Connected}, of a connection that did not come about, from the start of the attempt to its end. */
    record NotConnected(ConnectionTarget target, FailureReport failure, long startNanos, long endNanos, String reason)
            implements LinkEvent {}

    /**
     * A session message was sent.
     *
     * @param kind which
     * @param outcome its answer, or why there is none
     * @param verdict on it
     */
    record SessionMessageSent(SessionMessageKind kind, Outcome outcome, Verdict verdict) implements LinkEvent {
        @Override
        public long startNanos() {
            return outcome.startNanos();
        }

        @Override
        public long endNanos() {
            return outcome.endNanos();
        }
    }

    /**
     * A session message could not be built.
     *
     * @param kind which
     * @param failure why
     * @param thrown what the plugin itself has failed with; null where the failure lies elsewhere
     * @param atNanos {@link System#nanoTime()} when that was known
     */
    record SessionMessageNotSent(SessionMessageKind kind, FailureReport failure, Throwable thrown, long atNanos)
            implements LinkEvent {
        @Override
        public long startNanos() {
            return atNanos;
        }

        @Override
        public long endNanos() {
            return atNanos;
        }
    }

    /**
     * A frame came that was not, or no longer, waited for.
     *
     * @param frame with the message
     */
    record Unmatched(UnmatchedFrame frame) implements LinkEvent {
        @Override
        public long startNanos() {
            return frame.startNanos();
        }

        @Override
        public long endNanos() {
            return frame.endNanos();
        }
    }

    /**
     * A connection was closed on which bytes had come that no other event reports.
     *
     * @param remainder what had come and gone
     * @param atNanos {@link System#nanoTime()} when it was closed
     */
    record LeftOver(Remainder remainder, long atNanos) implements LinkEvent {
        @Override
        public long startNanos() {
            return atNanos;
        }

        @Override
        public long endNanos() {
            return atNanos;
        }
    }

    /**
     * A connection has ended.
     *
     * @param connection which
     * @param isBroken whether it had ended before it was closed: by the host, a failure or an interruption
     * @param startNanos {@link System#nanoTime()} when it stood
     * @param endNanos when it was closed, or found to have ended
     */
    record Closed(HostConnection connection, boolean isBroken, long startNanos, long endNanos) implements LinkEvent {}

    /**
     * A sample waited for a free connection of a pool, or for a place on a shared connection.
     *
     * @param what which of them
     * @param links their name and size, for people
     * @param startNanos {@link System#nanoTime()} when the wait began
     * @param endNanos when it ended
     * @param failure why it ended without a connection, or null
     */
    record Waited(For what, String links, long startNanos, long endNanos, FailureReport failure) implements LinkEvent {
        /** What was waited for. */
        public enum For {
            /** A free connection of a pool. */
            POOL,
            /** A place on a shared connection. */
            WINDOW
        }
    }

    /**
     * A shared link has ended with its test.
     *
     * @param links the links' name
     * @param requests how many it has carried
     * @param mostUnderWay how many were under way on it at once
     * @param connections how many it had, one after the other
     * @param late answers that came after their time was up
     * @param doubled answers that came once more
     * @param unmatched frames that answered nothing
     * @param lost requests that were under way when a connection ended
     * @param sentBytes over all its connections
     * @param receivedBytes over all its connections
     * @param atNanos {@link System#nanoTime()} when it had ended
     */
    record Carried(
            String links,
            long requests,
            int mostUnderWay,
            int connections,
            long late,
            long doubled,
            long unmatched,
            long lost,
            long sentBytes,
            long receivedBytes,
            long atNanos)
            implements LinkEvent {
        @Override
        public long startNanos() {
            return atNanos;
        }

        @Override
        public long endNanos() {
            return atNanos;
        }
    }

    /**
     * A request of the other end was taken by the test, or kept for it, and never answered.
     *
     * @param request as it came
     * @param endNanos {@link System#nanoTime()} when it was given up
     */
    record Unanswered(HostRequest request, long endNanos) implements LinkEvent {
        @Override
        public long startNanos() {
            return request.receivedNanos();
        }
    }
}
