package io.github.isostress.exchange;

import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.exchange.UnmatchedFrame.Reply;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.Frame;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.wire.HostConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One connection and what was lately said on it: so an answer that comes late, or once more, is told from the answer to
 * the present request. Used by one thread at a time, not always the same.
 */
public final class Conversation implements AutoCloseable {
    /** A host that does not take the answer to a request of its own is given up. */
    private static final long REPLY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long LEAST_REPLY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final HostConnection connection;
    private final SentRequests requests = new SentRequests();
    private final ToldBytes told;
    private final long beganNanos = System.nanoTime();
    private boolean ended;
    /** What came while nothing was under way and is not told of as yet; null if that is nothing. */
    private UnmatchedFrames passedOver;

    /** A conversation on a connection on which nothing was said yet. */
    public Conversation(HostConnection connection) {
        this.connection = connection;
        this.told = new ToldBytes(connection);
    }

    /** What it is held on. */
    public HostConnection connection() {
        return connection;
    }

    /** When it began, as {@link System#nanoTime()}. */
    public long beganNanos() {
        return beganNanos;
    }

    /** Notes that it has ended; returns whether that is the first time. */
    public boolean endsNow() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    /** Closes the connection. */
    @Override
    public void close() {
        connection.close();
    }

    /**
     * Takes what has come while no request was under way, and answers the host's own requests. Waits no longer than a
     * moment, and only if something has come. A frame that cannot be read is an early one.
     *
     * @param packager reads messages; empty if they are raw, so that nothing is answered
     * @param rules which requests of the host are answered
     * @param strays takes what has come, even if it ends with a failure
     * @throws FailureException the connection is closed then
     */
    public void answerPending(Optional<IsoPackager> packager, UnsolicitedRules rules, UnmatchedFrames strays)
            throws FailureException {
        try {
            takeEarly(packager.map(MessageDecoder::new), rules, strays);
        } finally {
            strays.tell();
            keepPassedOver(strays);
        }
    }

    private void keepPassedOver(UnmatchedFrames strays) {
        if (!strays.isEmpty()) {
            passedOver = passedOver == null ? new UnmatchedFrames() : passedOver;
            passedOver.addPassedOver(strays);
        }
    }

    /**
     * Closes the connection. Before that, takes what has come and nobody has looked at; the host's own requests are not
     * answered any more. Waits no longer than a moment.
     *
     * @param packager reads messages; empty if they are raw
     * @param teller is given what is told of by itself
     * @return what there is to tell besides; empty if there is nothing
     */
    public Optional<Remainder> end(Optional<IsoPackager> packager, Consumer<UnmatchedFrame> teller) {
        UnmatchedFrames strays = begin(teller);
        Optional<MessageDecoder> decoder = packager.map(MessageDecoder::new);
        if (connection.isOpen() || told.isReceivedUntold()) {
            for (Frame frame : connection.early().takeRest()) {
                add(early(frame, decoder, UnsolicitedRules.none()), strays);
            }
        }
        connection.close();
        strays.tell();
        Remainder remainder = new Remainder(told.takeReceived(), told.takeSent(), strays, connection.unfinished());
        return remainder.isEmpty() ? Optional.empty() : Optional.of(remainder);
    }

    /** What becomes of frames that are no answer in an exchange that begins now: those that came before it are in it. */
    UnmatchedFrames begin(Consumer<UnmatchedFrame> teller) {
        UnmatchedFrames strays = new UnmatchedFrames(teller);
        if (passedOver != null) {
            strays.addPassedOver(passedOver);
            passedOver = null;
        }
        return strays;
    }

    void takeEarly(Optional<MessageDecoder> decoder, UnsolicitedRules rules, UnmatchedFrames strays)
            throws FailureException {
        if (!connection.hasInput()) {
            return;
        }
        List<FailureReport> broken = new ArrayList<>(0);
        connection.takeEarly(frame -> {
            UnmatchedFrame stray = early(frame, decoder, broken.isEmpty() ? rules : UnsolicitedRules.none());
            add(stray, strays);
            breakOff(stray).ifPresent(broken::add);
        });
        if (!broken.isEmpty()) {
            throw new FailureException(broken.get(0));
        }
    }

    /** Adds a frame to the others, and its bytes to those that are told of if it is told of by itself. */
    void add(UnmatchedFrame stray, UnmatchedFrames strays) {
        if (stray.kind().isToldByItself()) {
            told.tellBy(stray);
        }
        strays.add(stray);
    }

    private UnmatchedFrame early(Frame frame, Optional<MessageDecoder> decoder, UnsolicitedRules rules) {
        DecodedMessage message =
                decoder.map(reader -> readable(reader, frame.message())).orElse(null);
        if (message == null) {
            return UnmatchedFrame.early(frame, null);
        }
        return rules.apply(message.mti())
                ? answered(frame, message, rules, System.nanoTime() + REPLY_NANOS)
                : explained(frame, message).orElseGet(() -> UnmatchedFrame.early(frame, message));
    }

    static DecodedMessage readable(MessageDecoder decoder, byte[] message) {
        try {
            return decoder.decode(message);
        } catch (FailureException e) {
            return null;
        }
    }

    /**
     * What a message is that is neither the answer to the present request nor a request of the host's.
     *
     * @return empty if nothing that was said explains it
     */
    Optional<UnmatchedFrame> explained(Frame frame, DecodedMessage message) {
        return requests.answeredLateBy(message)
                .map(request -> UnmatchedFrame.late(frame, message, request))
                .or(() -> requests.answeredUnawaitedBy(message)
                        .map(request -> UnmatchedFrame.unawaited(frame, message, request)))
                .or(() -> requests.answeredAgainBy(message)
                        .map(request -> UnmatchedFrame.duplicate(frame, message, request)));
    }

    /**
     * Answers a request of the host for which there is a rule.
     *
     * @param deadlineNanos {@link System#nanoTime()} by which the host must have taken the answer
     */
    UnmatchedFrame answered(Frame frame, DecodedMessage request, UnsolicitedRules rules, long deadlineNanos) {
        long sentBefore = connection.sentBytes();
        try {
            byte[] answer = rules.answer(request);
            FramedMessage framed = FramedMessage.of(answer, connection.framing());
            connection.send(framed.bytes(), writtenBy(deadlineNanos));
            long repliedNanos = System.nanoTime();
            DecodedMessage message = readable(new MessageDecoder(request.packager()), answer);
            Reply reply = new Reply(framed.bytes(), framed.messageStart(), message);
            return UnmatchedFrame.answered(frame, request, reply, repliedNanos);
        } catch (FailureException e) {
            return UnmatchedFrame.unanswered(frame, request, e.report(), connection.sentBytes() - sentBefore);
        }
    }

    /** That an answer took long to be built must not cost the connection. */
    private static long writtenBy(long deadlineNanos) {
        long now = System.nanoTime();
        return now + Math.max(LEAST_REPLY_NANOS, Math.min(REPLY_NANOS, deadlineNanos - now));
    }

    /** The failure that an answer of ours has ended with, if the connection has ended with it. */
    Optional<FailureReport> breakOff(UnmatchedFrame stray) {
        boolean brokenOff = stray.kind() == Kind.UNSOLICITED && stray.failure() != null && !connection.isOpen();
        return brokenOff ? Optional.of(new FailureReport(stray.failure(), stray.particulars())) : Optional.empty();
    }

    ToldBytes told() {
        return told;
    }

    SentRequests requests() {
        return requests;
    }
}
