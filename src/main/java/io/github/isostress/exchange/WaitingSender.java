package io.github.isostress.exchange;

import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.FrameSender;
import io.github.isostress.wire.QueuedFrame;
import io.github.isostress.wire.SharedOutput;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/** Sends frames through a shared output, and waits until each is written or has failed. Thread-safe. */
final class WaitingSender implements FrameSender {
    private final SharedOutput output;

    WaitingSender(SharedOutput output) {
        this.output = output;
    }

    @Override
    public boolean send(byte[] frame, long deadlineNanos) throws FailureException {
        send(frame, deadlineNanos, nanos -> {});
        return true;
    }

    /** As {@link HostRequest.Sender#send}, but for the counting of bytes. */
    long send(byte[] frame, long deadlineNanos, LongConsumer begins) throws FailureException {
        Sending sending = new Sending(frame, deadlineNanos, begins);
        output.send(sending);
        FailureReport failure = sending.end.join();
        if (failure != null) {
            throw new FailureException(failure);
        }
        return sending.endNanos;
    }

    private static final class Sending extends QueuedFrame {
        private final CompletableFuture<FailureReport> end = new CompletableFuture<>();
        private final LongConsumer begins;
        private long endNanos;

        Sending(byte[] frame, long deadlineNanos, LongConsumer begins) {
            super(frame, deadlineNanos);
            this.begins = begins;
        }

        @Override
        protected boolean handedOver(long nanos) {
            begins.accept(nanos);
            return true;
        }

        @Override
        protected void written() {
            endNanos = System.nanoTime();
            end.complete(null);
        }

        @Override
        protected void failed(FailureReport failure) {
            end.complete(failure);
        }
    }
}
