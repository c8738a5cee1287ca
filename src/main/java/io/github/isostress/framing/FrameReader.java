package io.github.isostress.framing;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * Cuts a stream of bytes into frames. Whatever comes, a read ends with a frame, a declared exception, or at its
 * deadline. Used by one thread at a time.
 */
public final class FrameReader {
    private final FrameBuffer buffer;
    private final Framing framing;
    private final FrameGauge gauge;
    private final FrameChecks checks;
    private final PollListener polls;

    /** Passes over polls. */
    public FrameReader(ByteSource source, Framing framing) {
        this(source, framing, (poll, deadlineNanos) -> {});
    }

    public FrameReader(ByteSource source, Framing framing, PollListener polls) {
        this.framing = framing;
        this.gauge = new FrameGauge(framing);
        this.buffer = new FrameBuffer(source, gauge);
        this.checks = new FrameChecks(framing, buffer);
        this.polls = polls;
    }

    /** Hears of frames without a message. */
    @FunctionalInterface
    public interface PollListener {
        /** Such a frame came, while one with a message was waited for until the deadline. */
        void came(Frame poll, long deadlineNanos) throws FailureException;
    }

    /**
     * Reads the next frame that has a message. Those without one are polls, also called keep-alives, and go to the
     * listener.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which to give up
     * @return null if the stream ended before the first byte of a frame
     * @throws SocketTimeoutException at the deadline
     * @throws FailureException {@link Failure#BAD_FRAME}, {@link Failure#FRAME_LENGTH} or
     *     {@link Failure#CLOSED_INSIDE_FRAME}, or what the listener throws
     */
    public Frame read(long deadlineNanos) throws IOException, FailureException {
        while (true) {
            Frame frame = framing.endsWhenQuiet()
                    ? readUntilQuiet(deadlineNanos)
                    : framing.endsAtTrailer() ? readToTrailer(deadlineNanos) : readByLength(deadlineNanos);
            if (frame == null || frame.messageLength() > 0) {
                return frame;
            }
            polls.came(frame, deadlineNanos);
        }
    }

    /** A copy of what has come of an unfinished frame. */
    public byte[] pending() {
        return buffer.copy();
    }

    public int pendingBytes() {
        return buffer.filled();
    }

    public boolean hasPending() {
        return buffer.filled() > 0;
    }

    public boolean hasWholeFrame() {
        return buffer.holdsWholeFrame();
    }

    /** How much has come of a frame that has begun, in words; empty if none has. */
    public String progress() {
        return buffer.progress();
    }

    /** As {@link FrameBuffer#takeIn}: what comes is kept for the next {@link #read}. */
    public boolean takeIn(long deadlineNanos) throws IOException {
        return buffer.takeIn(deadlineNanos);
    }

    /** Reads so many bytes of a frame after looking at its lead; false if the stream ended before the first. */
    private boolean begins(int wanted, long deadlineNanos) throws IOException, FailureException {
        if (!framing.lead().isEmpty()) {
            if (!buffer.fillTo(framing.lead().length(), deadlineNanos)) {
                return false;
            }
            checks.lead();
        }
        return buffer.fillTo(wanted, deadlineNanos);
    }

    private Frame readByLength(long deadlineNanos) throws IOException, FailureException {
        int lead = framing.lead().length();
        if (!begins(lead + framing.prefix().width(), deadlineNanos)) {
            return null;
        }
        long length = framing.prefix().read(buffer.bytes(), lead);
        checks.length(length, gauge);
        int uncounted = gauge.needsHeaderFirst() ? readHeader(deadlineNanos) : gauge.uncountedHeader(buffer.bytes(), 0);
        int end = (int) gauge.whole(length, uncounted);
        buffer.fillTo(end, deadlineNanos);
        boolean poll = gauge.isPoll(length);
        int messageEnd = end - gauge.behindMessage(poll);
        int messageStart =
                gauge.headerStart() + (poll ? uncounted : checks.headerWithin(gauge.headerStart(), messageEnd));
        checks.messageLength(messageEnd - messageStart);
        if (!poll || !framing.counts(FramePart.TRAILER)) {
            checks.trailer(messageEnd, end);
        }
        if (!poll || !framing.counts(FramePart.LRC)) {
            checks.lrc(messageStart, messageEnd, end);
        }
        return buffer.cut(end, messageStart, messageEnd - messageStart);
    }

    /** Reads a header of its own length where the length of the frame does not tell; how many bytes it has. */
    private int readHeader(long deadlineNanos) throws IOException, FailureException {
        int start = gauge.headerStart();
        int length = framing.header().received(buffer.bytes(), start, buffer.filled());
        while (length == FrameHeader.UNKNOWN) {
            buffer.fillTo(Math.max(start, buffer.filled()) + 1, deadlineNanos);
            length = framing.header().received(buffer.bytes(), start, buffer.filled());
        }
        checks.ownLength(length, start);
        return length;
    }

    /** Where the message begins; -1 if the stream ended before the first byte. */
    private int readToMessage(long deadlineNanos) throws IOException, FailureException {
        int start = gauge.headerStart();
        if (!begins(Math.max(1, start), deadlineNanos)) {
            return -1;
        }
        int header = readHeader(deadlineNanos);
        buffer.fillTo(start + header, deadlineNanos);
        return start + header;
    }

    private Frame readToTrailer(long deadlineNanos) throws IOException, FailureException {
        int start = readToMessage(deadlineNanos);
        if (start < 0) {
            return null;
        }
        int trailer = framing.trailer().length();
        for (int messageEnd = start; ; messageEnd++) {
            buffer.fillTo(messageEnd + trailer, deadlineNanos);
            if (framing.trailer().standAt(messageEnd, buffer.bytes())) {
                int end = messageEnd + trailer + framing.lrc().width();
                buffer.fillTo(end, deadlineNanos);
                checks.lrc(start, messageEnd, end);
                return buffer.cut(end, start, messageEnd - start);
            }
            if (messageEnd - start >= framing.maxLength()) {
                throw FrameChecks.badFrame("no trailer in the first " + (messageEnd + trailer) + " bytes");
            }
        }
    }

    /** Without a quiet time before the deadline nobody knows whether the frame is whole. */
    private Frame readUntilQuiet(long deadlineNanos) throws IOException, FailureException {
        int start = readToMessage(deadlineNanos);
        if (start < 0) {
            return null;
        }
        int lrc = framing.lrc().width();
        buffer.fillTo(start + 1 + lrc, deadlineNanos);
        while (buffer.filled() - start - lrc <= framing.maxLength()) {
            long quiet = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(framing.quietMillis());
            boolean timeForQuiet = quiet - deadlineNanos <= 0;
            try {
                if (!buffer.readSome(timeForQuiet ? quiet : deadlineNanos)) {
                    return cutAll(start);
                }
            } catch (SocketTimeoutException e) {
                if (timeForQuiet) {
                    return cutAll(start);
                }
                throw e;
            }
        }
        throw FrameChecks.badFrame("more than " + framing.maxLength() + " bytes without a pause");
    }

    private Frame cutAll(int start) throws FailureException {
        int end = buffer.filled();
        int messageEnd = end - framing.lrc().width();
        checks.lrc(start, messageEnd, end);
        return buffer.cut(end, start, messageEnd - start);
    }
}
