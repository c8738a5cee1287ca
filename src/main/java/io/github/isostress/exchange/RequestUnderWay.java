package io.github.isostress.exchange;

import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.Frame;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.wire.HostConnection;
import java.util.function.Consumer;

/** One request from its first byte to its answer or failure, and what came meanwhile. For one run by one thread. */
final class RequestUnderWay {
    private static final byte[] NOTHING = {};

    private final ExchangeSettings exchange;
    private final Conversation conversation;
    private final HostConnection connection;
    private final FramedMessage sent;
    private final DecodedMessage request;
    /** Null if the request cannot be read: whatever comes next is its answer. */
    private final AwaitedAnswer awaited;

    private UnmatchedFrames strays;
    private long start;
    private boolean wasSent;
    /** The wait for the next frame, where it began while this thread had something else to do; else null. */
    private FrameAwaited next;
    /** Why the connection broke off while an answer of ours was written; else null. */
    private FailureReport brokenOff;

    private long waitEndNanos;
    private Frame response;
    private DecodedMessage answer;
    /** What there is to say about the first message with our keys and another MTI, or null. */
    private String wrongMti;

    RequestUnderWay(ExchangeSettings exchange, Conversation conversation, FramedMessage sent, OutgoingRequest request) {
        this.exchange = exchange;
        this.conversation = conversation;
        this.connection = conversation.connection();
        this.sent = sent;
        this.request = request.decoded();
        this.awaited = request.awaited();
    }

    Outcome toOutcome(Consumer<UnmatchedFrame> teller) {
        strays = conversation.begin(teller);
        FailureReport failure = null;
        start = System.nanoTime();
        try {
            conversation.takeEarly(exchange.decoder(), exchange.unsolicited(), strays);
            start = System.nanoTime();
            wasSent = connection.isOpen();
            connection.send(sent.bytes(), deadline());
            receive();
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
                connection.early().readIn();
                connection.close();
            }
            unfinished = connection.isOpen() ? NOTHING : connection.unfinished();
        }
        strays.tell();
        return outcome(failure == null ? null : explained(failure, unfinished), unfinished);
    }

    private FailureReport explained(FailureReport failure, byte[] unfinished) {
        byte[] notUnderstood = response == null ? unfinished : response.bytes();
        return Explanation.of(failure, notUnderstood, connection.framing(), exchange.packager());
    }

    private Outcome outcome(FailureReport failure, byte[] unfinished) {
        return new Outcome(
                sent.bytes(),
                sent.messageStart(),
                wasSent,
                request,
                response,
                answer,
                failure,
                start,
                response == null ? 0 : response.firstByteNanos(),
                response == null ? waitEndNanos : response.lastByteNanos(),
                strays,
                unfinished,
                conversation.told().takeReceived(),
                conversation.told().takeSent());
    }

    private long deadline() {
        return start + exchange.timeoutNanos();
    }

    private SentRequest asSent() {
        return new SentRequest(awaited, start, deadline());
    }

    private void receive() throws FailureException {
        while (response == null) {
            Frame frame = nextFrame();
            if (exchange.decoder().isEmpty()) {
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
        FrameAwaited begun = next;
        next = null;
        try {
            if (begun != null) {
                return begun.frame();
            }
            if (brokenOff != null) {
                throw new FailureException(brokenOff);
            }
            return connection.receive(deadline());
        } catch (FailureException e) {
            waitEndNanos = begun == null ? System.nanoTime() : begun.endNanos();
            boolean timeIsUp = e.failure() == Failure.RESPONSE_TIMEOUT || e.failure() == Failure.PARTIAL_FRAME;
            throw timeIsUp ? withoutAnswer(e) : e;
        }
    }

    private DecodedMessage decode(Frame frame) throws FailureException {
        try {
            return exchange.decoder().orElseThrow().decode(frame.message());
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
            conversation.add(UnmatchedFrame.early(frame, null), strays);
        } else {
            response = frame;
        }
    }

    private void take(Frame frame, DecodedMessage message) throws FailureException {
        boolean isHosts = exchange.unsolicited().apply(message.mti());
        boolean isAnswer = awaited == null ? !isHosts : awaited.is(message);
        if (isAnswer && !isEarly(frame)) {
            response = frame;
            answer = message;
        } else if (isHosts) {
            answerHost(frame, message);
        } else {
            UnmatchedFrame stray = conversation.explained(frame, message).orElseGet(() -> unexplained(frame, message));
            conversation.add(stray, strays);
        }
    }

    /** What answering the host takes is its own affair: the answer to our request may come meanwhile. */
    private void answerHost(Frame frame, DecodedMessage message) throws FailureException {
        if (brokenOff != null) {
            FailureReport why = brokenOff.with("the connection had ended before");
            conversation.add(UnmatchedFrame.unanswered(frame, message, why, 0), strays);
            throw new FailureException(brokenOff);
        }
        FrameAwaited begun = FrameAwaited.on(connection, deadline());
        try {
            UnmatchedFrame stray = conversation.answered(frame, message, exchange.unsolicited(), deadline());
            brokenOff = conversation.breakOff(stray).orElse(null);
            conversation.add(brokenOff == null ? stray : begun.explain(stray), strays);
            next = begun;
        } finally {
            if (next == null) {
                connection.close();
                begun.end();
            }
        }
        if (brokenOff != null && brokenOff.failure() != Failure.INTERRUPTED && !begun.hasCome()) {
            throw new FailureException(brokenOff);
        }
    }

    private UnmatchedFrame unexplained(Frame frame, DecodedMessage message) {
        if (isEarly(frame)) {
            return UnmatchedFrame.early(frame, message);
        }
        String difference = exchange.matcher().mismatch(request, message).orElseThrow();
        if (wrongMti == null && awaited.hasKeys() && awaited.keysAreIn(message)) {
            wrongMti = difference;
        }
        return UnmatchedFrame.other(frame, message, difference);
    }

    /** What explains itself, such as a late answer to an earlier request, is no answer that went wrong. */
    private FailureException withoutAnswer(FailureException timeout) {
        if (wrongMti != null) {
            return new FailureException(Failure.WRONG_MTI, wrongMti, timeout);
        }
        if (strays.count(Kind.OTHER) > 0) {
            return new FailureException(Failure.UNMATCHED_RESPONSE, strays.toString(), timeout);
        }
        boolean nothingElse = strays.isEmpty() || timeout.failure() == Failure.PARTIAL_FRAME;
        return nothingElse ? timeout : new FailureException(timeout.failure(), strays + unansweredPolls(), timeout);
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
                timedOut && exchange.afterTimeout() == AfterTimeout.KEEP && awaited != null && awaited.hasKeys();
        if (isKept) {
            conversation.requests().timedOut(asSent());
        }
        return isKept;
    }
}
