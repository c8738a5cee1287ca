package io.github.isostress.exchange;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.Frame;
import io.github.isostress.framing.Framing;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * A request that came from the other end and waits for our answer: the test is the issuer here. It may be answered by
 * another thread than the one that has read it, and whatever the kind of link it came on.
 */
public final class HostRequest {
    private final Frame frame;
    private final Optional<IsoPackager> packager;
    private final DecodedMessage message;
    private final Framing framing;
    private final Sender sender;

    /** Sends answers on the connection on which a request came. Thread-safe. */
    @FunctionalInterface
    public interface Sender {
        /**
         * Sends a whole frame and counts its bytes as reported by whoever sends it.
         *
         * @param deadlineNanos {@link System#nanoTime()} at which to give up
         * @param begins is told when the first byte is handed to the write, before it is, as {@link System#nanoTime()}
         * @return {@link System#nanoTime()} when the last byte had been written
         * @throws FailureException if the frame could not be sent
         */
        long send(byte[] frame, long deadlineNanos, LongConsumer begins) throws FailureException;
    }

    /**
     * What became of our answer. Immutable.
     *
     * @param frame its wire bytes
     * @param messageStart the offset of the message in them
     * @param messageLength the message's length in bytes
     * @param message the answer as the packager reads it; null if messages are raw or it cannot be read
     * @param beginNanos {@link System#nanoTime()} before its first byte was written
     * @param endNanos when its last byte had been written, or when sending it had failed
     * @param sentBytes how many of its bytes were given to the connection, all or none, whatever became of them
     * @param failure why it could not be sent; null if it was
     */
    public record Answer(
            byte[] frame,
            int messageStart,
            int messageLength,
            DecodedMessage message,
            long beginNanos,
            long endNanos,
            long sentBytes,
            FailureReport failure) {}

    /**
     * A request that was read.
     *
     * @param packager of its connection; empty if messages are raw
     * @param message as the packager reads it; null if messages are raw or it cannot be read
     */
    public HostRequest(
            Frame frame, Optional<IsoPackager> packager, DecodedMessage message, Framing framing, Sender sender) {
        this.frame = frame;
        this.packager = packager;
        this.message = message;
        this.framing = framing;
        this.sender = sender;
    }

    public Frame frame() {
        return frame;
    }

    /** The request as its packager reads it; null if messages are raw or it cannot be read. */
    public DecodedMessage message() {
        return message;
    }

    /** When its last byte had been read, as {@link System#nanoTime()}. */
    public long receivedNanos() {
        return frame.lastByteNanos();
    }

    /** The MTI that answers it; empty if the request cannot be read. */
    public String answerMti() {
        return message == null ? "" : ResponseMti.answering(message.mti());
    }

    /** Why the packager cannot read it; empty if it can, or if messages are raw. */
    public Optional<FailureReport> unreadable() {
        if (message != null || packager.isEmpty()) {
            return Optional.empty();
        }
        try {
            new MessageDecoder(packager.get()).decode(frame.message());
            return Optional.empty();
        } catch (FailureException e) {
            return Optional.of(Explanation.of(e.report(), frame.bytes(), framing, packager));
        }
    }

    /** The whole exchange as its samples tell it: the request that came, and our answer. */
    public Outcome exchange(Answer answer) {
        Frame answered = new Frame(
                answer.frame(), answer.messageStart(), answer.messageLength(), answer.beginNanos(), answer.endNanos());
        return outcome(answered, answer.message(), answer.failure(), answer.endNanos(), answer.sentBytes());
    }

    /** The exchange that ends without an answer. */
    public Outcome unanswered(FailureReport why) {
        return outcome(null, null, why, System.nanoTime(), 0);
    }

    private Outcome outcome(Frame answered, DecodedMessage answer, FailureReport why, long endNanos, long sentBytes) {
        return new Outcome(
                frame.bytes(),
                frame.messageStart(),
                sentBytes > 0,
                message,
                answered,
                answer,
                why,
                receivedNanos(),
                answered == null ? 0 : answered.firstByteNanos(),
                endNanos,
                new UnmatchedFrames(),
                new byte[0],
                frame.bytes().length,
                sentBytes,
                Keys.NONE,
                null);
    }

    /**
     * Sends our answer. It may be called again: the other end then gets another answer.
     *
     * @param answer without framing
     * @param deadlineNanos {@link System#nanoTime()} by which the other end must have taken it
     * @param begins is told when the first byte is handed to the write, before it is, as {@link System#nanoTime()}
     * @throws FailureException {@link Failure#TEMPLATE_ERROR} if the answer is longer than the framing allows
     */
    public Answer answer(byte[] answer, long deadlineNanos, LongConsumer begins) throws FailureException {
        FramedMessage framed = FramedMessage.of(answer, framing);
        Beginning beginning = new Beginning(begins);
        FailureReport failure = null;
        long end;
        try {
            end = sender.send(framed.bytes(), deadlineNanos, beginning);
        } catch (FailureException e) {
            end = System.nanoTime();
            failure = e.report();
        }
        DecodedMessage decoded = packager.map(reader -> Exchange.decodedOrNull(new MessageDecoder(reader), answer))
                .orElse(null);
        return new Answer(
                framed.bytes(),
                framed.messageStart(),
                answer.length,
                decoded,
                beginning.nanosOr(end),
                end,
                beginning.hasBegun ? framed.bytes().length : 0,
                failure);
    }

    /** Keeps when the write has begun, and passes it on. */
    private static final class Beginning implements LongConsumer {
        private final LongConsumer next;
        private volatile boolean hasBegun;
        private volatile long nanos;

        Beginning(LongConsumer next) {
            this.next = next;
        }

        @Override
        public void accept(long beginNanos) {
            nanos = beginNanos;
            hasBegun = true;
            next.accept(beginNanos);
        }

        long nanosOr(long otherwise) {
            return hasBegun ? nanos : otherwise;
        }
    }
}
