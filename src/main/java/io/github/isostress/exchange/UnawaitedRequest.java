package io.github.isostress.exchange;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.wire.HostConnection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One request that is sent without a wait for its answer, which is recognised if it comes. For one run by one thread.
 */
final class UnawaitedRequest {
    private static final byte[] NOTHING = {};

    private final ExchangeSettings settings;
    private final Optional<MessageDecoder> decoder;
    private final Conversation conversation;
    private final FramedMessage sent;
    private final OutgoingRequest request;

    UnawaitedRequest(
            ExchangeSettings settings,
            Optional<MessageDecoder> decoder,
            Conversation conversation,
            FramedMessage sent,
            OutgoingRequest request) {
        this.settings = settings;
        this.decoder = decoder;
        this.conversation = conversation;
        this.sent = sent;
        this.request = request;
    }

    Outcome toOutcome(Consumer<UnmatchedFrame> listener) {
        HostConnection connection = conversation.connection();
        UnmatchedFrames unmatched = conversation.begin(listener);
        FailureReport failure = null;
        boolean wasSent = false;
        byte[] unfinished = NOTHING;
        long start = System.nanoTime();
        try {
            conversation.takeEarly(decoder, settings.unsolicited(), unmatched);
            start = System.nanoTime();
            long deadline = start + settings.timeoutNanos();
            wasSent = connection.isOpen();
            connection.send(sent.bytes(), deadline);
            remember(start, deadline);
        } catch (FailureException e) {
            failure = e.report();
            connection.unread().readIn();
            connection.close();
            unfinished = connection.unfinished();
        }
        long end = System.nanoTime();
        unmatched.report();
        return new Outcome(
                sent.bytes(),
                sent.messageStart(),
                wasSent,
                request.decoded(),
                null,
                null,
                failure,
                start,
                0,
                end,
                unmatched,
                unfinished,
                conversation.reported().takeReceived(),
                conversation.reported().takeSent(),
                Keys.NONE,
                null);
    }

    private void remember(long start, long deadline) {
        if (request.awaited() == null) {
            conversation.requests().unreadableNotAwaited();
        } else {
            conversation.requests().notAwaited(new SentRequest(request.awaited(), start, deadline));
        }
    }
}
