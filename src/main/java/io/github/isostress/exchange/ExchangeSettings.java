package io.github.isostress.exchange;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends a request and receives frames until one answers it or the deadline has come. The clock runs from before the
 * first byte is written to the last byte of the answer; unpacking and matching are outside it. Immutable and
 * thread-safe; each call uses a conversation of its own.
 */
public final class ExchangeSettings {
    private final Optional<IsoPackager> packager;
    private final Optional<MessageDecoder> decoder;
    private final ResponseMatcher matcher;
    private final long timeoutNanos;
    private final AfterTimeout afterTimeout;
    private final UnsolicitedRules unsolicited;
    private final Expectation expectation;

    /**
     * An exchange of messages after which a connection is kept where that is safe, and in which the host's network
     * management requests are approved.
     */
    public ExchangeSettings(Optional<IsoPackager> packager, ResponseMatcher matcher, int timeoutMillis) {
        this(packager, matcher, timeoutMillis, AfterTimeout.KEEP, UnsolicitedRules.networkManagement());
    }

    /**
     * An exchange of messages.
     *
     * @param packager reads them; empty for raw messages, where the next frame is the answer
     * @param matcher tells the answer from other messages
     * @param timeoutMillis how long the whole answer may take from the first byte sent, at least 1
     * @param afterTimeout what becomes of the connection if there is no answer by then
     * @param unsolicited which requests of the host are answered before and meanwhile; none if messages are raw
     */
    public ExchangeSettings(
            Optional<IsoPackager> packager,
            ResponseMatcher matcher,
            int timeoutMillis,
            AfterTimeout afterTimeout,
            UnsolicitedRules unsolicited) {
        this(packager, matcher, timeoutMillis, afterTimeout, unsolicited, Expectation.ANSWER);
    }

    /** As the one that waits for an answer; without one, the time is that for writing the request. */
    public ExchangeSettings(
            Optional<IsoPackager> packager,
            ResponseMatcher matcher,
            int timeoutMillis,
            AfterTimeout afterTimeout,
            UnsolicitedRules unsolicited,
            Expectation expectation) {
        this.packager = packager;
        this.decoder = packager.map(MessageDecoder::new);
        this.matcher = matcher;
        this.timeoutNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        this.afterTimeout = afterTimeout;
        this.unsolicited = unsolicited;
        this.expectation = expectation;
    }

    /** Reads a request that is to be sent. One that cannot be read can be sent all the same: a tester may want to. */
    public OutgoingRequest read(byte[] message) {
        DecodedMessage decoded =
                decoder.map(reader -> Conversation.readable(reader, message)).orElse(null);
        return new OutgoingRequest(message, decoded, decoded == null ? null : matcher.awaited(decoded));
    }

    /**
     * Whether a request can be sent in this conversation: its connection is open, and no answer to an earlier request
     * that has timed out on it, or was not waited for, could be taken for the answer to this one. Where a late answer
     * could, as with a STAN that is always the same, the conversation is to be closed and another one begun.
     */
    public boolean canRun(Conversation conversation, OutgoingRequest request) {
        return conversation.connection().isOpen() && isDistinct(conversation, request);
    }

    /** As of a request that was {@link #read}. */
    public boolean canRun(Conversation conversation, byte[] message) {
        return canRun(conversation, read(message));
    }

    private boolean isDistinct(Conversation conversation, OutgoingRequest request) {
        return expectation == Expectation.NOTHING || !conversation.requests().mayBeConfusedWith(request.awaited());
    }

    /**
     * Runs one exchange: sends the request and, if one is expected, waits for its answer. If there is no answer in
     * time, the connection is kept or closed as {@link AfterTimeout} says; on every other failure it is closed.
     *
     * @param conversation on an open connection, and not used by anybody else meanwhile
     * @param teller is given each frame that came and is told of by itself, see {@link UnmatchedFrame.Kind#isToldByItself}: before
     *     this returns, or while an answer is awaited if very many come
     * @throws FailureException {@link Failure#TEMPLATE_ERROR} if the message is longer than the framing allows
     * @throws IllegalStateException if a late answer could be taken for this request's, see {@link #canRun}
     */
    public Outcome run(Conversation conversation, OutgoingRequest request, Consumer<UnmatchedFrame> teller)
            throws FailureException {
        if (!isDistinct(conversation, request)) {
            throw new IllegalStateException("a late answer could be taken for the answer to this request");
        }
        FramedMessage sent =
                FramedMessage.of(request.message(), conversation.connection().framing());
        return expectation == Expectation.NOTHING
                ? new UnawaitedRequest(this, conversation, sent, request).toOutcome(teller)
                : new RequestUnderWay(this, conversation, sent, request).toOutcome(teller);
    }

    /** As with a request that was {@link #read}, where nobody tells of frames that came besides the answer. */
    public Outcome run(Conversation conversation, byte[] message) throws FailureException {
        return run(conversation, read(message), told -> {});
    }

    Optional<IsoPackager> packager() {
        return packager;
    }

    Optional<MessageDecoder> decoder() {
        return decoder;
    }

    ResponseMatcher matcher() {
        return matcher;
    }

    long timeoutNanos() {
        return timeoutNanos;
    }

    AfterTimeout afterTimeout() {
        return afterTimeout;
    }

    UnsolicitedRules unsolicited() {
        return unsolicited;
    }
}
