package io.github.isostress.exchange;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.Frame;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.wire.QueuedFrame;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A request on a shared connection. The thread that sends it waits until the connection's reader hands it the
 * answer, or the reason why there is none. Its times are those of the bytes: neither the hand-over nor the
 * thread's wake-up is in them.
 */
public final class SharedRequest extends KeyedRequest {
    private static final byte[] NOTHING = {};

    /** A write that does not end is ended soon after its deadline; then the wait ends, too. */
    private static final long WRITE_GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** The reader ends requests within that time once the connection has ended. */
    private static final long READER_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private enum State {
        QUEUED,
        SENT,
        WITHDRAWN
    }

    private final SharedConversation conversation;
    private final ExchangeSettings settings;
    private final FramedMessage framed;
    private final OutgoingRequest request;
    private final Thread waiting = Thread.currentThread();
    private final long queuedNanos = System.nanoTime();
    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
    private volatile boolean interrupted;
    private volatile boolean over;
    private long startNanos;
    /** How the first message with our keys and another MTI differs; null if none came. */
    private String wrongMti;

    private Frame response;
    private DecodedMessage answer;
    private Keys replacedKeys = Keys.NONE;
    private FailureReport failure;
    private boolean ended;
    private long endNanos;
    private UnmatchedFrames unmatched;
    private byte[] unfinished = NOTHING;
    private long receivedBytes;

    SharedRequest(
            SharedConversation conversation, ExchangeSettings settings, OutgoingRequest request, FramedMessage framed) {
        super(request.awaited());
        this.conversation = conversation;
        this.settings = settings;
        this.request = request;
        this.framed = framed;
    }

    private QueuedFrame toBeSent() {
        return new QueuedFrame(framed.bytes(), queuedNanos + timeoutNanos()) {
            @Override
            protected boolean handedOver(long nanos) {
                startNanos = nanos;
                boolean isSent = state.compareAndSet(State.QUEUED, State.SENT);
                if (isSent) {
                    conversation.underWay().handedOver(SharedRequest.this);
                }
                return isSent;
            }

            @Override
            protected void written() {
                if (!expectsAnswer()) {
                    conversation.underWay().written(SharedRequest.this);
                }
            }

            @Override
            protected void failed(FailureReport report, boolean isGiven) {
                conversation.notWritten(SharedRequest.this, isGiven);
            }
        };
    }

    boolean expectsAnswer() {
        return settings.expectation() == Expectation.ANSWER;
    }

    /** Whether its answer is told by its place among the requests. */
    boolean isInOrder() {
        return settings.packager().isEmpty() || settings.matcher().isInOrder();
    }

    DecodedMessage request() {
        return request.decoded();
    }

    boolean wasSent() {
        return state.get() == State.SENT;
    }

    int bytes() {
        return framed.bytes().length;
    }

    /** When its bytes were handed to the write, as {@link System#nanoTime()}. */
    long startNanos() {
        return startNanos;
    }

    long timeoutNanos() {
        return settings.timeoutNanos();
    }

    long deadlineNanos() {
        return startNanos + timeoutNanos();
    }

    /** What is remembered of it if it is sent at once and no answer is waited for. */
    SentRequest asToBeSent() {
        return new SentRequest(awaited(), queuedNanos, queuedNanos + timeoutNanos());
    }

    SentRequest asSent() {
        return new SentRequest(awaited(), startNanos, deadlineNanos());
    }

    /** Notes a message that has its keys and the MTI of no answer to it. */
    void cameWithWrongMti(DecodedMessage message) {
        wrongMti = wrongMti == null
                ? settings.matcher().mismatch(request.decoded(), message).orElse(null)
                : wrongMti;
    }

    /** Why it has no answer; the remark on what else came is empty or the end of a sentence. */
    FailureReport withoutAnswer(String remark) {
        return wrongMti == null
                ? new FailureReport(Failure.RESPONSE_TIMEOUT, "nothing came that answers it" + remark)
                : new FailureReport(Failure.WRONG_MTI, wrongMti);
    }

    /** Ends it with what came, and with the reason why that cannot be read, or null; its thread still sleeps. */
    void answered(Frame frame, DecodedMessage message, FailureReport why, UnmatchedFrames others, long received) {
        ended = true;
        response = frame;
        answer = message;
        failure = why;
        unmatched = others;
        receivedBytes = received;
        endNanos = frame.lastByteNanos();
        replacedKeys = conversation.conversation().keys().soFar();
        request.answered(message);
    }

    /** Ends it without an answer; why is null if none is waited for. Its thread still sleeps. */
    void unanswered(FailureReport why, byte[] left, long nanos) {
        ended = true;
        failure = why;
        unfinished = left;
        endNanos = nanos;
    }

    /** Whether it has its answer or its failure; to be used under the lock of the requests under way. */
    boolean isOver() {
        return ended;
    }

    /** Lets its thread go on. */
    void wake() {
        over = true;
        LockSupport.unpark(waiting);
    }

    /** Takes it back if it was not sent yet. */
    boolean withdraw() {
        return state.compareAndSet(State.QUEUED, State.WITHDRAWN);
    }

    /** The write that was to have it did not come about. */
    void notGiven() {
        state.set(State.WITHDRAWN);
    }

    /** Ends the wait for the answer with {@link Failure#INTERRUPTED}, from any thread. */
    public void interrupt() {
        interrupted = true;
        LockSupport.unpark(waiting);
        conversation.hurryWriteOf(waiting);
    }

    /** Sends it and waits until it is over. To be called once, by the thread that has begun it. */
    public Outcome toOutcome() {
        if (!(interrupted || waiting.isInterrupted())) {
            conversation.send(toBeSent());
        }
        while (!over) {
            if (interrupted || waiting.isInterrupted()) {
                conversation.underWay().abandon(this);
            } else {
                long left = leftNanos();
                if (left > 0) {
                    LockSupport.parkNanos(this, left);
                } else {
                    conversation.timeIsUp(this);
                    if (!over) {
                        LockSupport.parkNanos(this, READER_NANOS);
                    }
                }
            }
        }
        return outcome();
    }

    /** While it is not sent, no longer than its timeout: if it is sent meanwhile, that ends no earlier. */
    private long leftNanos() {
        long now = System.nanoTime();
        return wasSent()
                ? deadlineNanos() - now
                : Math.min(timeoutNanos(), queuedNanos + timeoutNanos() + WRITE_GRACE_NANOS - now);
    }

    private Outcome outcome() {
        boolean sent = wasSent();
        return new Outcome(
                framed.bytes(),
                framed.messageStart(),
                sent,
                request.decoded(),
                response,
                answer,
                failure,
                sent ? startNanos : endNanos,
                response == null ? 0 : response.firstByteNanos(),
                endNanos,
                unmatched == null ? new UnmatchedFrames() : unmatched,
                unfinished,
                receivedBytes,
                sent ? framed.bytes().length : 0,
                replacedKeys,
                sent && response == null ? conversation.underWay().silence(failure, unfinished) : null);
    }
}
