package io.github.isostress.exchange;

import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.wire.QueuedFrame;
import io.github.isostress.wire.SharedOutput;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/** Sends frames through a shared output, and waits until each is written or has failed. Thread-safe. */
final class WaitingSender {
    private final SharedOutput output;
    private final ReportedBytes reported;

    /**
     * Sends through this output.
     *
     * @param reported notes the bytes of answers that are reported alone
     */
    WaitingSender(SharedOutput output, ReportedBytes reported) {
        this.output = output;
        this.reported = reported;
    }

    /** Sends a poll, whose bytes are in no report of its own. */
    void sendPoll(byte[] frame, long deadlineNanos) throws FailureException {
        FailureReport failure = send(new Sending(frame, deadlineNanos, nanos -> {})).failure;
        if (failure != null) {
            throw new FailureException(failure);
        }
    }

    /** Sends an answer that is reported alone, as {@link HostAnswers.Sender} says. */
    HostAnswers.Sent sendAnswer(byte[] frame, long deadlineNanos) {
        Sending sending = send(answer(frame, deadlineNanos, nanos -> {}));
        return new HostAnswers.Sent(sending.failure, sending.isGiven ? frame.length : 0);
    }

    /** Sends an answer that is reported alone, as {@link HostRequest.Sender} says. */
    long sendAnswer(byte[] frame, long deadlineNanos, LongConsumer begins) throws FailureException {
        Sending sending = send(answer(frame, deadlineNanos, begins));
        if (sending.failure != null) {
            throw new FailureException(sending.failure);
        }
        return sending.endNanos;
    }

    private Sending send(Sending sending) {
        output.send(sending);
        sending.end.join();
        return sending;
    }

    /** Noted before the last write is over: what is left then has no report. */
    private Sending answer(byte[] frame, long deadlineNanos, LongConsumer begins) {
        return new Sending(frame, deadlineNanos, begins) {
            @Override
            void given() {
                reported.reportedAsSent(frame.length);
            }
        };
    }

    private static class Sending extends QueuedFrame {
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private final LongConsumer begins;
        private boolean isGiven;
        private long endNanos;
        private FailureReport failure;

        Sending(byte[] frame, long deadlineNanos, LongConsumer begins) {
            super(frame, deadlineNanos);
            this.begins = begins;
        }

        void given() {}

        @Override
        protected final boolean handedOver(long nanos) {
            begins.accept(nanos);
            return true;
        }

        @Override
        protected final void written() {
            end(null, true);
        }

        @Override
        protected final void failed(FailureReport why, boolean wasGiven) {
            end(why, wasGiven);
        }

        private void end(FailureReport why, boolean wasGiven) {
            failure = why;
            isGiven = wasGiven;
            endNanos = System.nanoTime();
            if (wasGiven) {
                given();
            }
            end.complete(null);
        }
    }
}
