package io.github.isostress.exchange;

import io.github.isostress.crypto.key.ReplacedKeys;
import io.github.isostress.exchange.UnmatchedFrame.Kind;
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
import java.util.function.Consumer;

/**
 * An open connection and what was lately said on it. By that a late or doubled answer is told from the answer to the
 * present request. Used by one thread at a time.
 */
public final class Conversation implements AutoCloseable {
    /** Of how many requests a doubled answer is recognised where one is under way at a time. */
    static final int ANSWERED_REMEMBERED = 16;

    private final HostConnection connection;
    private final ReplacedKeys keys;
    private final SentRequests requests;
    private final FrameClassifier classifier;
    private final HostAnswers hostAnswers;
    private final IncomingFrames incoming;
    private final ReportedBytes reported;
    private final WaitingHostRequests waiting = new WaitingHostRequests();
    private final long beganNanos = System.nanoTime();
    private boolean ended;
    /**
     * What came while no request was under way, and is to be reported with the next request; null if that is nothing.
     */
    private UnmatchedFrames passedOver;

    /** Begins on a connection on which no message was sent or read yet, for one request at a time. */
    public Conversation(HostConnection connection, ReplacedKeys keys) {
        this(connection, ANSWERED_REMEMBERED, keys);
    }

    /**
     * Begins on a connection on which no message was sent or read yet.
     *
     * @param answeredRemembered of how many requests a doubled answer is recognised, at least 1
     * @param keys that have been replaced on its link
     */
    public Conversation(HostConnection connection, int answeredRemembered, ReplacedKeys keys) {
        this.connection = connection;
        this.keys = keys;
        this.requests = new SentRequests(answeredRemembered);
        this.classifier = new FrameClassifier(requests);
        this.hostAnswers = new HostAnswers(connection);
        this.incoming = new IncomingFrames(connection, hostAnswers);
        this.reported = new ReportedBytes(connection);
    }

    public HostConnection connection() {
        return connection;
    }

    /** The keys that have been replaced on its link. */
    public ReplacedKeys keys() {
        return keys;
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

    /** Closes the connection at once; {@link #end} reports what had come before. */
    @Override
    public void close() {
        connection.close();
    }

    /**
     * Takes what has come while no request was under way, and answers the host's own requests. Returns within
     * milliseconds where nothing has come. A frame that cannot be read is an early one.
     *
     * @param packager reads messages; empty if they are raw, so that nothing is answered
     * @param rules which requests of the host are answered
     * @param unmatched takes what has come, even if it ends with a failure
     * @throws FailureException the connection is closed then
     */
    public void answerPending(Optional<IsoPackager> packager, UnsolicitedRules rules, UnmatchedFrames unmatched)
            throws FailureException {
        try {
            takeEarly(packager.map(MessageDecoder::new), rules, unmatched);
        } finally {
            unmatched.report();
            keepPassedOver(unmatched);
        }
    }

    /**
     * Waits for the next request of the other end that no rule answers; from the first call on, such requests are kept
     * for the next call whenever they come. Late and doubled answers, and requests that a rule answers, are told.
     *
     * @param packager reads messages; empty if they are raw, so that every frame is such a request
     * @param rules which requests are answered here
     * @param deadlineNanos {@link System#nanoTime()} at which the wait ends
     * @param unmatched takes what else has come
     * @return empty if none came in time
     * @throws FailureException the connection is closed then
     */
    public Optional<HostRequest> receive(
            Optional<IsoPackager> packager, UnsolicitedRules rules, long deadlineNanos, UnmatchedFrames unmatched)
            throws FailureException {
        waiting.want();
        try {
            return new HostRequestWait(this, packager, rules, unmatched).next(deadlineNanos);
        } finally {
            unmatched.report();
            keepPassedOver(unmatched);
        }
    }

    /** Keeps a frame that is to be reported with the next request. */
    void passOver(UnmatchedFrame frame) {
        passedOver = passedOver == null ? new UnmatchedFrames() : passedOver;
        passedOver.add(frame);
    }

    private void keepPassedOver(UnmatchedFrames unmatched) {
        if (!unmatched.isEmpty()) {
            passedOver = passedOver == null ? new UnmatchedFrames() : passedOver;
            passedOver.addPassedOver(unmatched);
        }
    }

    /**
     * Closes the connection. Before that, takes what has come and was not looked at yet; the host's own requests are no
     * longer answered. Returns within milliseconds.
     *
     * @param packager reads messages; empty if they are raw
     * @param listener is given the frames that are reported alone
     * @return what else is to be reported; empty if there is nothing
     */
    public Optional<Remainder> end(Optional<IsoPackager> packager, Consumer<UnmatchedFrame> listener) {
        UnmatchedFrames unmatched = begin(listener);
        Optional<MessageDecoder> decoder = packager.map(MessageDecoder::new);
        for (UnmatchedFrame request : waiting.end()) {
            reported.notReported(request);
            unmatched.add(request);
        }
        if (connection.isOpen() || reported.hasUnreported()) {
            for (Frame frame : connection.unread().takeRest()) {
                add(early(frame, decoder, UnsolicitedRules.none()), unmatched);
            }
        }
        connection.close();
        unmatched.report();
        Remainder remainder =
                new Remainder(reported.takeReceived(), reported.takeSent(), unmatched, connection.unfinished());
        return remainder.isEmpty() ? Optional.empty() : Optional.of(remainder);
    }

    /** Where the unmatched frames of a request go that begins now: those that came before it are in it. */
    UnmatchedFrames begin(Consumer<UnmatchedFrame> listener) {
        UnmatchedFrames unmatched = new UnmatchedFrames(listener);
        if (passedOver != null) {
            unmatched.addPassedOver(passedOver);
            passedOver = null;
        }
        return unmatched;
    }

    /** Takes what has come before a request is sent, and answers the host's own requests. */
    void takeEarly(Optional<MessageDecoder> decoder, UnsolicitedRules rules, UnmatchedFrames unmatched)
            throws FailureException {
        if (!connection.unread().haveCome()) {
            return;
        }
        List<FailureReport> broken = new ArrayList<>(0);
        connection.takeUnread(frame -> {
            UnmatchedFrame early = early(frame, decoder, broken.isEmpty() ? rules : UnsolicitedRules.none());
            add(early, unmatched);
            hostAnswers.endOfConnectionBy(early).ifPresent(broken::add);
        });
        if (!broken.isEmpty()) {
            throw new FailureException(broken.get(0));
        }
    }

    private UnmatchedFrame early(Frame frame, Optional<MessageDecoder> decoder, UnsolicitedRules rules) {
        DecodedMessage message = decoder.map(reader -> Exchange.decodedOrNull(reader, frame.message()))
                .orElse(null);
        if (message == null) {
            return UnmatchedFrame.early(frame, null);
        }
        UnmatchedFrame early =
                classifier.classify(frame, message, rules).orElseGet(() -> UnmatchedFrame.early(frame, message));
        return early.kind() == Kind.UNSOLICITED ? hostAnswers.answer(early, rules) : early;
    }

    /**
     * Adds a frame to the others, and its bytes to those that are reported if it is reported alone. A request that the
     * test answers is kept for it instead.
     */
    void add(UnmatchedFrame frame, UnmatchedFrames unmatched) {
        if (waiting.keep(frame)) {
            reported.reported(frame);
            return;
        }
        if (frame.kind().isReportedAlone()) {
            reported.reported(frame);
        }
        unmatched.add(frame);
    }

    SentRequests requests() {
        return requests;
    }

    FrameClassifier classifier() {
        return classifier;
    }

    IncomingFrames incoming() {
        return incoming;
    }

    HostAnswers hostAnswers() {
        return hostAnswers;
    }

    WaitingHostRequests waiting() {
        return waiting;
    }

    ReportedBytes reported() {
        return reported;
    }
}
