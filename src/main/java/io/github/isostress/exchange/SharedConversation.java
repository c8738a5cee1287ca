package io.github.isostress.exchange;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.Frame;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.wire.FramePatience;
import io.github.isostress.wire.HostConnection;
import io.github.isostress.wire.QueuedFrame;
import io.github.isostress.wire.SharedOutput;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A conversation that many threads hold at once: each leaves its request to be written, and waits until the one thread
 * that {@link #read reads} hands it its answer. Thread-safe.
 */
public final class SharedConversation {
    /** A frame that has begun to come has at least this time to come whole. */
    private static final long SHORTEST_FRAME_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Conversation conversation;
    private final HostConnection connection;
    private final Optional<IsoPackager> packager;
    private final Optional<MessageDecoder> decoder;
    private final SharedOutput output;
    private final RequestsUnderWay underWay;
    private final AnswerFinder finder;
    private final HostFrames hostFrames;
    private final CompletableFuture<FailureReport> ended = new CompletableFuture<>();
    private volatile FailureReport cause;
    private volatile long longestFrameNanos = SHORTEST_FRAME_NANOS;
    private volatile long lastReceivedNanos = System.nanoTime();
    private volatile boolean hasReceived;
    private volatile int lost;

    /**
     * Goes on with a conversation, which nothing else uses from now on, but to report its end.
     *
     * @param packager reads messages; empty if they are raw
     * @param rules which requests of the host are answered
     * @param listener is given each frame that is reported alone, by the reader or the helper
     * @param helper answers the host's requests and polls, so that the reader is not held up
     */
    public SharedConversation(
            Conversation conversation,
            Optional<IsoPackager> packager,
            UnsolicitedRules rules,
            Consumer<UnmatchedFrame> listener,
            Executor helper) {
        this.conversation = conversation;
        this.connection = conversation.connection();
        this.packager = packager;
        this.decoder = packager.map(MessageDecoder::new);
        this.output = new SharedOutput(connection, this::writeFailed);
        this.underWay = new RequestsUnderWay(conversation);
        this.finder = new AnswerFinder(conversation, underWay, rules);
        this.hostFrames =
                new HostFrames(this, rules, new WaitingSender(output, conversation.reported()), listener, helper);
        connection.polls().answerBy(hostFrames::answerPoll);
    }

    /** The open or ended conversation itself. */
    public Conversation conversation() {
        return conversation;
    }

    /** What the host says of its own accord. */
    public HostFrames hostFrames() {
        return hostFrames;
    }

    Optional<IsoPackager> packager() {
        return packager;
    }

    RequestsUnderWay underWay() {
        return underWay;
    }

    /** How many requests were lost when it ended. */
    public int lost() {
        return lost;
    }

    /**
     * Begins a request, which {@link SharedRequest#toOutcome} sends.
     *
     * @return null if the conversation has ended
     * @throws FailureException if it is too long for the framing, or its answer could not be told from others
     */
    SharedRequest begin(ExchangeSettings settings, OutgoingRequest outgoing) throws FailureException {
        SharedRequest request =
                new SharedRequest(this, settings, outgoing, FramedMessage.of(outgoing.message(), connection.framing()));
        if (settings.timeoutNanos() > longestFrameNanos) {
            longestFrameNanos = settings.timeoutNanos();
        }
        return underWay.add(request) ? request : null;
    }

    void send(QueuedFrame frame) {
        output.send(frame);
    }

    /** Lets a thread go on soon that is held up by a host which takes nothing. */
    void hurryWriteOf(Thread thread) {
        output.hurry(thread);
    }

    /**
     * Ends the wait of a request whose time is up. If half of it was spent on a frame of which only a part has come, all
     * that comes after it is lost as well: then the reader ends the waits of all.
     */
    void timeIsUp(SharedRequest request) {
        long nanosOfFrame = connection.nanosOfFrame();
        if (nanosOfFrame > request.timeoutNanos() / 2) {
            giveUp(new FailureReport(
                    Failure.PARTIAL_FRAME,
                    "the rest of a frame has not come in " + TimeUnit.NANOSECONDS.toMillis(nanosOfFrame) + " ms"));
            return;
        }
        String polls = connection.polls().unanswered();
        if (underWay.timeIsUp(request, polls.isEmpty() ? "" : "; " + polls)) {
            giveUp(new FailureReport(
                    Failure.ORDER_LOST,
                    "a request had no answer in time, and the next answer could have been taken for its own"));
        }
    }

    /**
     * Reads until the connection ends, and hands each frame on. Then ends all requests under way.
     *
     * @return why it has ended
     */
    public FailureReport read() {
        FramePatience longest = () -> longestFrameNanos;
        try {
            while (true) {
                take(connection.receiveWhenever(longest));
            }
        } catch (FailureException e) {
            return end(e.report());
        } catch (RuntimeException | Error e) {
            return end(FailureReport.internal(e));
        }
    }

    /**
     * Closes the connection and ends all requests that are under way. What the reader finds, an alert of TLS say, tells
     * more than a write that has failed; that is the cause where the reader finds no more than that we have closed.
     */
    private FailureReport end(FailureReport found) {
        connection.close();
        output.awaitQuiet();
        FailureReport why = found.failure() == Failure.INTERRUPTED && cause != null ? cause : found;
        byte[] unfinished = connection.unfinished();
        FailureReport explained = Explanation.of(why, unfinished, connection.framing(), packager);
        lost += underWay.endAll(explained, unfinished);
        ended.complete(explained);
        return why;
    }

    private void take(Frame frame) throws FailureException {
        lastReceivedNanos = frame.lastByteNanos();
        hasReceived = true;
        Optional<UnmatchedFrame> other;
        if (decoder.isEmpty()) {
            other = finder.take(frame, null);
        } else {
            other = read(frame);
        }
        if (other.isPresent()) {
            hostFrames.take(other.get());
        }
    }

    private Optional<UnmatchedFrame> read(Frame frame) throws FailureException {
        try {
            return finder.take(frame, decoder.orElseThrow().decode(frame.message()));
        } catch (FailureException e) {
            if (e.failure() != Failure.UNPACK_ERROR) {
                throw e;
            }
            return finder.takeUnreadable(
                    frame, Explanation.of(e.report(), frame.bytes(), connection.framing(), packager));
        } catch (StackOverflowError | AssertionError e) {
            return finder.takeUnreadable(frame, FailureReport.internal(e));
        }
    }

    /** A write on a connection that was closed before says nothing; the reader knows why it was. */
    private void writeFailed(FailureReport why) {
        if (why.failure() != Failure.INTERRUPTED) {
            giveUp(why);
        }
    }

    /** Ends a request that could not be written, with the reason of all others, which the reader finds soon. */
    void notWritten(SharedRequest request, boolean isGiven) {
        if (!isGiven) {
            underWay.notGiven(request);
        }
        ended.thenAccept(reason -> underWay.notWritten(request, reason));
    }

    /** Whether a frame has come on it. */
    public boolean hasReceived() {
        return hasReceived;
    }

    /** When the last frame had come, or else when it began, as {@link System#nanoTime()}. */
    public long lastReceivedNanos() {
        return lastReceivedNanos;
    }

    /** Ends it for this reason, from any thread. */
    public void giveUp(FailureReport why) {
        cause = cause == null ? why : cause;
        connection.close();
    }

    /** Closes the connection, from any thread; the reader finds it closed. */
    public void close() {
        connection.close();
    }
}
