package io.github.isostress.exchange;

import io.github.isostress.crypto.key.ReplacedKeys;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.template.FilledMessage;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends requests and finds the answer to each among the frames that come. The clock runs from before the first byte of
 * the request is written to the last byte of the answer; decoding and matching are outside it. Thread-safe: each call
 * is given the conversation that it works on.
 */
public final class Exchange {
    private static final Consumer<DecodedMessage> UNHEARD = answer -> {};

    private final ExchangeSettings settings;
    private final Optional<MessageDecoder> decoder;

    public Exchange(ExchangeSettings settings) {
        this.settings = settings;
        this.decoder = settings.packager().map(MessageDecoder::new);
    }

    /**
     * A request that is to be sent. It is decoded only if its template does not tell how it reads. One that cannot be
     * read can be sent, too: a tester may want to.
     */
    public OutgoingRequest read(FilledMessage message) {
        return read(message, UNHEARD);
    }

    private OutgoingRequest read(FilledMessage message, Consumer<DecodedMessage> listener) {
        Optional<DecodedMessage> known = settings.packager().flatMap(message::decoded);
        return outgoing(message.bytes(), known.isPresent() ? known.get() : decoded(message.bytes()), message, listener);
    }

    /** Decodes a request that no template gave. */
    public OutgoingRequest read(byte[] message) {
        return outgoing(message, decoded(message), null, UNHEARD);
    }

    private OutgoingRequest outgoing(
            byte[] message, DecodedMessage decoded, FilledMessage filled, Consumer<DecodedMessage> listener) {
        AwaitedAnswer awaited = decoded == null ? null : settings.matcher().awaited(decoded);
        return new OutgoingRequest(message, decoded, awaited, filled, listener);
    }

    private DecodedMessage decoded(byte[] message) {
        return decoder.map(reader -> decodedOrNull(reader, message)).orElse(null);
    }

    /** The request with what follows from the keys that have been replaced on a link. */
    private OutgoingRequest under(ReplacedKeys keys, OutgoingRequest request) throws FailureException {
        FilledMessage before = request.filled();
        if (before == null || before.keys().isEmpty()) {
            return request;
        }
        FilledMessage sealed = before.under(keys.over(before.keys().get()));
        return sealed == before ? request : read(sealed, request.listener());
    }

    static DecodedMessage decodedOrNull(MessageDecoder decoder, byte[] message) {
        try {
            return decoder.decode(message);
        } catch (FailureException e) {
            return null;
        }
    }

    /**
     * Whether a request can be sent in this conversation: its connection is open, and no answer to an earlier request
     * that has timed out on it, or was not waited for, could be taken for the answer to this one. Where a late answer
     * could, as with a STAN that never changes, the conversation is to be closed and another one begun.
     */
    public boolean canRun(Conversation conversation, OutgoingRequest request) {
        return conversation.connection().isOpen() && isDistinct(conversation, request);
    }

    private boolean isDistinct(Conversation conversation, OutgoingRequest request) {
        return settings.expectation() == Expectation.NOTHING
                || !conversation.requests().mayBeConfusedWith(request.awaited());
    }

    /**
     * Begins a request on a shared connection; {@link SharedRequest#toOutcome} then sends it. There a request that times
     * out leaves the connection open, whatever {@link AfterTimeout} says.
     *
     * @return null if the conversation has ended
     * @throws FailureException {@link Failure#TEMPLATE_ERROR} if the message is longer than the framing allows or has
     *     no keys; {@link Failure#KEYS_UNDER_WAY} if its answer could not be told from another request's
     */
    public SharedRequest begin(SharedConversation conversation, OutgoingRequest request) throws FailureException {
        return conversation.begin(settings, under(conversation.conversation().keys(), request));
    }

    /**
     * Sends the request and, if an answer is expected, waits for it. If there is none in time, the connection is kept
     * or closed as {@link AfterTimeout} says; on every other failure it is closed.
     *
     * @param conversation on an open connection; in no other use meanwhile
     * @param listener is given each frame of a kind that {@link UnmatchedFrame.Kind#isReportedAlone}: before this
     *     returns, or while an answer is awaited if very many come
     * @throws FailureException {@link Failure#TEMPLATE_ERROR} if the message is longer than the framing allows
     * @throws IllegalStateException if a late answer could be taken for this request's, see {@link #canRun}
     */
    public Outcome run(Conversation conversation, OutgoingRequest request, Consumer<UnmatchedFrame> listener)
            throws FailureException {
        if (!isDistinct(conversation, request)) {
            throw new IllegalStateException("a late answer could be taken for the answer to this request");
        }
        OutgoingRequest sealed = under(conversation.keys(), request);
        FramedMessage sent =
                FramedMessage.of(sealed.message(), conversation.connection().framing());
        return settings.expectation() == Expectation.NOTHING
                ? new UnawaitedRequest(settings, decoder, conversation, sent, sealed).toOutcome(listener)
                : new RequestUnderWay(settings, decoder, conversation, sent, sealed).toOutcome(listener);
    }
}
