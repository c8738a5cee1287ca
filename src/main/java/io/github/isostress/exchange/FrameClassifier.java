package io.github.isostress.exchange;

import io.github.isostress.framing.Frame;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.Optional;

/**
 * Tells what a frame is that does not answer the present request, by the requests sent before on its connection and by
 * the rules for the host's own. {@link HostAnswers} answers these. Used by one thread at a time.
 */
final class FrameClassifier {
    private final SentRequests requests;

    /** Looks among these requests; those that it finds answered are so from then on. */
    FrameClassifier(SentRequests requests) {
        this.requests = requests;
    }

    /**
     * A request of the host's own, or a late, unawaited or doubled answer.
     *
     * @param rules which requests of the host are to be answered; all others are not recognised
     * @return empty if nothing that was said explains the frame
     */
    Optional<UnmatchedFrame> classify(Frame frame, DecodedMessage message, UnsolicitedRules rules) {
        if (rules.apply(message.mti())) {
            return Optional.of(UnmatchedFrame.hostRequest(frame, message));
        }
        return requests.answeredLateBy(message)
                .map(request -> UnmatchedFrame.late(frame, message, request))
                .or(() -> requests.answeredUnawaitedBy(message)
                        .map(request -> UnmatchedFrame.unawaited(frame, message, request)))
                .or(() -> requests.answeredAgainBy(message)
                        .map(request -> UnmatchedFrame.duplicate(frame, message, request)));
    }
}
