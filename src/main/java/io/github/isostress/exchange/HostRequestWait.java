package io.github.isostress.exchange;

import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.Frame;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the next request of the other end that no rule answers. What else comes meanwhile is told as ever: late and
 * doubled answers to our own requests, and requests that a rule answers. For one wait of one thread.
 */
final class HostRequestWait {
    /** How long a frame may take that has begun to come. */
    private static final long FRAME_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Conversation conversation;
    private final Optional<IsoPackager> packager;
    private final Optional<MessageDecoder> decoder;
    private final UnsolicitedRules rules;
    private final UnmatchedFrames unmatched;

    HostRequestWait(
            Conversation conversation,
            Optional<IsoPackager> packager,
            UnsolicitedRules rules,
            UnmatchedFrames unmatched) {
        this.conversation = conversation;
        this.packager = packager;
        this.decoder = packager.map(MessageDecoder::new);
        this.rules = rules;
        this.unmatched = unmatched;
    }

    /**
     * The next request.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which the wait ends; a frame that has begun by then is read
     * @return empty if none came in time
     * @throws FailureException the connection is closed then
     */
    Optional<HostRequest> next(long deadlineNanos) throws FailureException {
        UnmatchedFrame waiting = conversation.waiting().next();
        if (waiting != null) {
            return Optional.of(request(waiting));
        }
        while (conversation.connection().unread().comeBy(deadlineNanos)) {
            Frame frame = conversation.connection().receive(System.nanoTime() + FRAME_NANOS);
            UnmatchedFrame come = understood(frame);
            if (WaitingHostRequests.isRequest(come)) {
                conversation.reported().reported(come);
                return Optional.of(request(come));
            }
            tell(come);
        }
        return Optional.empty();
    }

    private UnmatchedFrame understood(Frame frame) {
        DecodedMessage message = decoder.map(reader -> Exchange.decodedOrNull(reader, frame.message()))
                .orElse(null);
        UnmatchedFrame unexplained = UnmatchedFrame.early(frame, message);
        return message == null
                ? unexplained
                : conversation.classifier().classify(frame, message, rules).orElse(unexplained);
    }

    private void tell(UnmatchedFrame frame) throws FailureException {
        UnmatchedFrame told =
                frame.kind() == Kind.UNSOLICITED ? conversation.hostAnswers().answer(frame, rules) : frame;
        conversation.add(told, unmatched);
        Optional<FailureReport> broken = conversation.hostAnswers().endOfConnectionBy(told);
        if (broken.isPresent()) {
            throw new FailureException(broken.get());
        }
    }

    private HostRequest request(UnmatchedFrame come) {
        return new HostRequest(
                come.frame(),
                packager,
                come.message(),
                conversation.connection().framing(),
                conversation.reported()::send);
    }
}
