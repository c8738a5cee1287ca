package io.github.isostress.exchange;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.Frame;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.wire.HostConnection;
import java.util.Optional;
import java.util.function.Consumer;

/** One request, from its first byte to its answer or failure. For one run by one thread. */
final class RequestUnderWay {
    private static final byte[] NOTHING = {};

    private final ExchangeSettings settings;
    private final Optional<MessageDecoder> decoder;
    private final Conversation conversation;
    private final HostConnection connection;
    private final FramedMessage sent;
    private final OutgoingRequest request;
    /** Null if the request cannot be read: whatever comes next is its answer. */
    private final AwaitedAnswer awaited;

    private UnmatchedFrames unmatched;
    private long start;
    private boolean wasSent;

    private long waitEndNanos;
    private Frame response;
    private DecodedMessage answer;
    private Keys replacedKeys = Keys.NONE;
    /** How the first message with our keys and another MTI differs; null if none came. */
    private String wrongMti;

    RequestUnderWay(
            ExchangeSettings settings,
            Optional<MessageDecoder> decoder,
            Conversation conversation,
            FramedMessage sent,
            OutgoingRequest request) {
        this.settings = settings;
        this.decoder = decoder;
        this.conversation = conversation;
        this.connection = conversation.connection();
        this.sent = sent;
        this.request = request;
        this.awaited = request.awaited();
    }

    Outcome toOutcome(Consumer<UnmatchedFrame> listener) {
        unmatched = conversation.begin(listener);
        FailureReport failure = null;
        start = System.nanoTime();
        try {
            conversation.takeEarly(decoder, settings.unsolicited(), unmatched);
            start = System.nanoTime();
            wasSent = connection.isOpen();
            connection.send(sent.bytes(), deadline());
            receive();
            conversation.requests().hadAnswer();
            if (awaited != null) {
                conversation.requests().answered(asSent());
            }
        } catch (FailureException e) {
            failure = e.report();
            waitEndNanos = waitEndNanos == 0 ? System.nanoTime() : waitEndNanos;
        }
        byte[] unfinished = NOTHING;
        if (failure != null) {
            if (!staysOpenAfter(failure)) {
                connection.unread().readIn();
                connection.close();
            }
            unfinished = connection.isOpen() ? NOTHING : connection.unfinished();
        }
        unmatched.report();
        return outcome(failure == null ? null : explained(failure, unfinished), unfinished);
    }

    private FailureReport explained(FailureReport failure, byte[] unfinished) {
        byte[] notUnderstood = response == null ? unfinished : response.bytes();
        return Explanation.of(failure, notUnderstood, connection.framing(), settings.packager());
    }

    private Outcome outcome(FailureReport failure, byte[] unfinished) {
        return new Outcome(
                sent.bytes(),
                sent.messageStart(),
                wasSent,
                request.decoded(),
                response,
                answer,
                failure,
                start,
                response == null ? 0 : response.firstByteNanos(),
                response == null ? waitEndNanos : response.lastByteNanos(),
                unmatched,
                unfinished,
                conversation.reported().takeReceived(),
                conversation.reported().takeSent(),
                replacedKeys,
                wasSent && response == null && unmatched.isEmpty()
                        ? Silence.after(failure, unfinished, conversation)
                        : null);
    }

    private long deadline() {
        return start + settings.timeoutNanos();
    }

    private SentRequest asSent() {
        return new SentRequest(awaited, start, deadline());
    }

    private void receive() throws FailureException {
        while (response == null) {
            Frame frame = nextFrame();
            if (decoder.isEmpty()) {
                takeRaw(frame);
            } else {
                takeAnyhow(frame, decode(frame));
            }
        }
    }

    /** A user's own field packager may end in an error when it is asked for a value. */
    private void takeAnyhow(Frame frame, DecodedMessage message) throws FailureException {
        try {
            take(frame, message);
        } catch (StackOverflowError | AssertionError e) {
            response = frame;
            answer = message;
            throw FailureException.internal(e);
        }
    }

    private Frame nextFrame() throws FailureException {
        try {
            return conversation.incoming().next(deadline());
        } catch (FailureException e) {
            waitEndNanos = conversation.incoming().endNanos();
            boolean timeIsUp = e.failure() == Failure.RESPONSE_TIMEOUT || e.failure() == Failure.PARTIAL_FRAME;
            throw timeIsUp ? withoutAnswer(e) : e;
        }
    }

    private DecodedMessage decode(Frame frame) throws FailureException {
        try {
            return decoder.orElseThrow().decode(frame.message());
        } catch (FailureException e) {
            response = frame;
            throw e;
        }
    }

    private boolean isEarly(Frame frame) {
        return frame.firstByteNanos() < start;
    }

    private void takeRaw(Frame frame) {
        if (isEarly(frame)) {
            add(UnmatchedFrame.early(frame, null));
        } else {
            response = frame;
        }
    }

    private void take(Frame frame, DecodedMessage message) throws FailureException {
        if (isAnswer(message) && !isEarly(frame)) {
            response = frame;
            answer = message;
            replacedKeys = conversation.keys().soFar();
            request.answered(message);
            return;
        }
        UnmatchedFrame other = conversation
                .classifier()
                .classify(frame, message, settings.unsolicited())
                .orElseGet(() -> unexplained(frame, message));
        if (other.kind() == Kind.UNSOLICITED) {
            conversation.incoming().answerHost(other, settings.unsolicited(), deadline(), this::add);
        } else {
            add(other);
        }
    }

    private boolean isAnswer(DecodedMessage message) {
        return awaited == null ? !settings.unsolicited().apply(message.mti()) : awaited.is(message);
    }

    private void add(UnmatchedFrame other) {
        conversation.add(other, unmatched);
    }

    private UnmatchedFrame unexplained(Frame frame, DecodedMessage message) {
        if (isEarly(frame)) {
            return UnmatchedFrame.early(frame, message);
        }
        String difference =
                settings.matcher().mismatch(request.decoded(), message).orElseThrow();
        if (wrongMti == null && awaited.hasKeys() && awaited.keysAreIn(message)) {
            wrongMti = difference;
        }
        return UnmatchedFrame.other(frame, message, difference);
    }

    /** Only a frame that nothing explains may be the answer gone wrong; a late answer to an earlier request is none. */
    private FailureException withoutAnswer(FailureException timeout) {
        if (wrongMti != null) {
            return new FailureException(Failure.WRONG_MTI, wrongMti, timeout);
        }
        if (unmatched.count(Kind.OTHER) > 0) {
            return new FailureException(Failure.UNMATCHED_RESPONSE, unmatched.toString(), timeout);
        }
        boolean nothingElse = unmatched.isEmpty() || timeout.failure() == Failure.PARTIAL_FRAME;
        return nothingElse ? timeout : new FailureException(timeout.failure(), unmatched + unansweredPolls(), timeout);
    }

    private String unansweredPolls() {
        String polls = connection.polls().unanswered();
        return polls.isEmpty() ? "" : "; " + polls;
    }

    private boolean staysOpenAfter(FailureReport failure) {
        boolean timedOut = switch (failure.failure()) {
            case RESPONSE_TIMEOUT, UNMATCHED_RESPONSE, WRONG_MTI -> connection.isOpen();
            default -> false;
        };
        boolean isKept =
                timedOut && settings.afterTimeout() == AfterTimeout.KEEP && awaited != null && awaited.hasKeys();
        if (isKept) {
            conversation.requests().timedOut(asSent());
        }
        return isKept;
    }
}
