package io.github.isostress.exchange;

import io.github.isostress.exchange.Stray.Kind;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.DecodedMessage;
import io.github.isostress.wire.Frame;
import io.github.isostress.wire.HostConnection;
import java.util.Optional;

/** One request from its first byte to its answer or failure, and what came meanwhile. For one run by one thread. */
final class RequestUnderWay {
    private static final byte[] NOTHING = {};

    private final Exchange exchange;
    private final Conversation conversation;
    private final HostConnection connection;
    private final FramedMessage sent;
    private final DecodedMessage request;
    /** Null if the request cannot be read: whatever comes next is its answer. */
    private final AwaitedAnswer awaited;

    private final Strays strays = new Strays();
    private long start;
    private int sentBytes;
    private Frame response;
    private DecodedMessage answer;
    /** What there is to say about the first message with our keys and another MTI, or null. */
    private String wrongMti;

    RequestUnderWay(Exchange exchange, Conversation conversation, FramedMessage sent, OutgoingRequest request) {
        this.exchange = exchange;
        this.conversation = conversation;
        this.connection = conversation.connection();
        this.sent = sent;
        this.request = request.decoded();
        this.awaited = request.awaited();
    }

    Outcome toOutcome() {
        FailureException failure = null;
        start = System.nanoTime();
        try {
            conversation.takeEarly(exchange.decoder(), exchange.unsolicited(), strays);
            start = System.nanoTime();
            sentBytes = sent.bytes().length;
            connection.send(sent.bytes(), deadline());
            receive();
            if (awaited != null) {
                conversation.requests().answered(asSent());
            }
        } catch (FailureException e) {
            failure = e;
        }
        long end = response == null ? System.nanoTime() : response.lastByteNanos();
        byte[] unfinished = failure == null ? NOTHING : connection.unfinished();
        if (failure != null && !staysOpenAfter(failure, unfinished)) {
            connection.close();
        }
        return outcome(failure == null ? null : explained(failure, unfinished), end, unfinished);
    }

    private FailureException explained(FailureException failure, byte[] unfinished) {
        byte[] notUnderstood = response == null ? unfinished : response.bytes();
        return Explanation.of(failure, notUnderstood, connection.framing(), exchange.packager());
    }

    private Outcome outcome(FailureException failure, long end, byte[] unfinished) {
        long firstByte = response == null ? 0 : response.firstByteNanos();
        return new Outcome(
                sent.bytes(),
                sent.messageStart(),
                sentBytes,
                request,
                response,
                answer,
                failure,
                start,
                firstByte,
                end,
                strays,
                unfinished);
    }

    private long deadline() {
        return start + exchange.timeoutNanos();
    }

    private SentRequest asSent() {
        return new SentRequest(awaited, start, deadline());
    }

    private void receive() throws FailureException {
        while (response == null) {
            Frame frame = next();
            if (exchange.decoder().isEmpty()) {
                takeRaw(frame);
            } else {
                take(frame, decode(frame));
            }
        }
    }

    private Frame next() throws FailureException {
        try {
            return connection.receive(deadline());
        } catch (FailureException e) {
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
            strays.add(Stray.early(frame, null));
        } else {
            response = frame;
        }
    }

    private void take(Frame frame, DecodedMessage message) throws FailureException {
        boolean isAnswer = awaited == null ? !exchange.unsolicited().apply(message.mti()) : awaited.is(message);
        if (isAnswer && !isEarly(frame)) {
            response = frame;
            answer = message;
            return;
        }
        Stray stray = conversation
                .explained(frame, message, exchange.unsolicited())
                .orElseGet(() -> unexplained(frame, message));
        strays.add(stray);
        Optional<FailureException> broken = conversation.breakOff(stray);
        if (broken.isPresent()) {
            throw broken.get();
        }
    }

    private Stray unexplained(Frame frame, DecodedMessage message) {
        if (isEarly(frame)) {
            return Stray.early(frame, message);
        }
        String difference = exchange.matcher().mismatch(request, message).orElseThrow();
        if (wrongMti == null && awaited.hasKeys() && awaited.keysAreIn(message)) {
            wrongMti = difference;
        }
        return Stray.other(frame, message, difference);
    }

    /** What explains itself, such as a late answer to an earlier request, is no answer that went wrong. */
    private FailureException withoutAnswer(FailureException timeout) {
        if (wrongMti != null) {
            return new FailureException(Failure.WRONG_MTI, wrongMti, timeout);
        }
        if (strays.count(Kind.OTHER) > 0) {
            return new FailureException(Failure.UNMATCHED_RESPONSE, strays.toString(), timeout);
        }
        boolean nothingElse = strays.isEmpty() || connection.unfinished().length > 0;
        return nothingElse ? timeout : new FailureException(timeout.failure(), strays.toString(), timeout);
    }

    private boolean staysOpenAfter(FailureException failure, byte[] unfinished) {
        boolean timedOut = switch (failure.failure()) {
            case RESPONSE_TIMEOUT, UNMATCHED_RESPONSE, WRONG_MTI -> connection.isOpen();
            default -> false;
        };
        boolean isKept = timedOut
                && unfinished.length == 0
                && exchange.afterTimeout() == AfterTimeout.KEEP
                && awaited != null
                && awaited.hasKeys();
        if (isKept) {
            conversation.requests().timedOut(asSent());
        }
        return isKept;
    }
}
