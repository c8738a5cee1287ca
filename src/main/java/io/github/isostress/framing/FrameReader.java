package io.github.isostress.framing;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.words.Plural;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * Cuts a stream of bytes into frames. Each read ends with a frame, a declared exception, or at its deadline. Used by
 * one thread at a time.
 */
public final class FrameReader {
    private final FrameBuffer buffer;
    private final Framing framing;
    private final FrameLayout layout;
    private final FrameChecks checks;
    private final PollListener polls;

    /** A reader that drops polls. */
    public FrameReader(ByteSource source, Framing framing) {
        this(source, framing, (poll, deadlineNanos) -> {});
    }

    public FrameReader(ByteSource source, Framing framing, PollListener polls) {
        this.framing = framing;
        this.layout = new FrameLayout(framing);
        this.buffer = new FrameBuffer(source, layout);
        this.checks = new FrameChecks(framing, buffer);
        this.polls = polls;
    }

    /** Is told of frames without a message. */
    @FunctionalInterface
    public interface PollListener {
        /** A poll came while a message was awaited until the deadline. */
        void came(Frame poll, long deadlineNanos) throws FailureException;
    }

    /**
     * Reads the next frame that has a message. Frames without one are polls, also called keep-alives; they go to the
     * listener.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which to give up
     * @return null if the stream ended before the first byte of a frame
     * @throws SocketTimeoutException at the deadline
     * @throws FailureException {@link Failure#BAD_FRAME}, {@link Failure#FRAME_LENGTH} or {@link
     *     Failure#CLOSED_INSIDE_FRAME}, or what the listener throws
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

    /**
     * Waits until something has come.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which to give up
     * @return false if the stream has ended
     * @throws SocketTimeoutException at the deadline
     */
    public boolean awaitFirstByte(long deadlineNanos) throws IOException {
        return buffer.filled() > 0 || buffer.readSome(deadlineNanos);
    }

    /** A copy of the bytes that were received and not yet taken as a frame. */
    public byte[] pending() {
        return buffer.copy();
    }

    public int pendingBytes() {
        return buffer.filled();
    }

    public boolean hasPending() {
        return buffer.filled() > 0;
    }

    /** Waits until bytes have come that were not taken, or the stream has ended; false if neither by the deadline. */
    public boolean hasBytesBy(long deadlineNanos) throws IOException {
        try {
            if (!hasPending()) {
                buffer.readSome(deadlineNanos);
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    public boolean hasWholeFrame() {
        return buffer.holdsWholeFrame();
    }

    /** How much of an unfinished frame has come, in words; empty if nothing has. */
    public String progress() {
        return buffer.progress();
    }

    /**
     * Reads what has come and keeps it for the next {@link #read}, up to {@link FrameBuffer#MOST_TAKEN_IN} bytes; false
     * at the end of the stream.
     */
    public boolean takeIn(long deadlineNanos) throws IOException {
        return buffer.takeIn(deadlineNanos);
    }

    /**
     * Checks the lead, then reads until {@code wanted} bytes are there; false if the stream ended before the first
     * byte.
     */
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
        long length = framing.prefix().read(buffer.bytes(), buffer.at(lead));
        checks.length(length, layout);
        int uncounted =
                layout.needsHeaderFirst() ? readHeader(deadlineNanos) : layout.uncountedHeader(buffer.bytes(), 0);
        int end = (int) layout.whole(length, uncounted);
        buffer.fillTo(end, deadlineNanos);
        boolean poll = layout.isPoll(length);
        int messageEnd = end - layout.behindMessage(poll);
        int messageStart =
                layout.headerStart() + (poll ? uncounted : checks.headerWithin(layout.headerStart(), messageEnd));
        checks.messageLength(messageEnd - messageStart);
        if (!poll || !framing.counts(FramePart.TRAILER)) {
            checks.trailer(messageEnd, end);
        }
        if (!poll || !framing.counts(FramePart.LRC)) {
            checks.lrc(messageStart, messageEnd, end);
        }
        return buffer.cut(end, messageStart, messageEnd - messageStart);
    }

    /** Reads a header that says its own length, where the frame's length does not tell; gives the header's length. */
    private int readHeader(long deadlineNanos) throws IOException, FailureException {
        int start = layout.headerStart();
        int length = buffer.header(framing.header(), start, buffer.filled());
        while (length == FrameHeader.UNKNOWN) {
            buffer.fillTo(Math.max(start, buffer.filled()) + 1, deadlineNanos);
            length = buffer.header(framing.header(), start, buffer.filled());
        }
        checks.ownLength(length, start);
        return length;
    }

    /** The offset of the message; -1 if the stream ended before the first byte. */
    private int readToMessage(long deadlineNanos) throws IOException, FailureException {
        int start = layout.headerStart();
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
            if (framing.trailer().standAt(buffer.at(messageEnd), buffer.bytes())) {
                int end = messageEnd + trailer + framing.lrc().width();
                buffer.fillTo(end, deadlineNanos);
                checks.lrc(start, messageEnd, end);
                return buffer.cut(end, start, messageEnd - start);
            }
            if (messageEnd - start >= framing.maxLength()) {
                throw FrameChecks.badFrame("no trailer in the first " + Plural.of(messageEnd + trailer, "byte"));
            }
        }
    }

    /** Only a pause before the deadline shows that the frame is complete. */
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
        throw FrameChecks.badFrame("more than " + Plural.of(framing.maxLength(), "byte") + " without a pause");
    }

    private Frame cutAll(int start) throws FailureException {
        int end = buffer.filled();
        int messageEnd = end - framing.lrc().width();
        checks.lrc(start, messageEnd, end);
        return buffer.cut(end, start, messageEnd - start);
    }
}
