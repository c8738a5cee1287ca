package io.github.isostress.framing;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The polls of one connection: frames whose length is zero. Sends them back if the framing says so, and counts the
 * others. Frames without a message whose length counts itself or a header are dropped, as jPOS's channels do. Used by
 * one thread at a time.
 */
public final class Polls {
    /** Two ends that both answer would go on for ever; no host polls so often. */
    static final int MOST_ANSWERED_A_SECOND = 100;

    private static final Set<Failure> FOR_WANT_OF_AN_ANSWER =
            EnumSet.of(Failure.CLOSED_BY_HOST, Failure.CONNECTION_RESET, Failure.SEND_FAILED, Failure.RESPONSE_TIMEOUT);

    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Time to answer a poll that came just before the deadline. */
    private static final long LEAST_ANSWER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Framing framing;
    private FrameSender sender;
    private FailureException notSent;
    private long unanswered;
    private long lastUnansweredNanos;
    private long secondBegan;
    private int answeredInSecond;

    /** @param sender sends a poll back */
    public Polls(Framing framing, FrameSender sender) {
        this.framing = framing;
        this.sender = sender;
    }

    /** Sends answers through another sender, if several threads send on the connection. */
    public void answerBy(FrameSender other) {
        sender = other;
    }

    /** A poll came while a message was awaited until the deadline. */
    public void came(Frame poll, long deadlineNanos) throws FailureException {
        boolean zero = framing.announcedLength(poll.bytes()).orElse(-1) == 0;
        boolean answered =
                zero && framing.answersPolls() && mayBeAnswered(poll.lastByteNanos()) && answer(poll, deadlineNanos);
        if (zero && !answered) {
            unanswered++;
            lastUnansweredNanos = poll.lastByteNanos();
        }
    }

    private boolean mayBeAnswered(long nanos) {
        if (nanos - secondBegan >= SECOND_NANOS || answeredInSecond == 0) {
            secondBegan = nanos;
            answeredInSecond = 0;
        }
        return answeredInSecond++ < MOST_ANSWERED_A_SECOND;
    }

    private boolean answer(Frame poll, long deadlineNanos) throws FailureException {
        try {
            long now = System.nanoTime();
            long left = Math.max(LEAST_ANSWER_NANOS, Math.min(SECOND_NANOS, deadlineNanos - now));
            return sender.send(poll.bytes(), now + left);
        } catch (FailureException e) {
            notSent = new FailureException(e.failure(), "a zero-length poll was not answered: " + e.getMessage(), e);
            throw notSent;
        }
    }

    /** Whether this failure came from sending an answer; the connection is closed then. */
    public boolean failedWith(FailureException failure) {
        return notSent != null && notSent == failure;
    }

    /** The failure with a sentence on unanswered polls before it, if they may be its cause. */
    public FailureException toldIn(FailureException failure) {
        String told = FOR_WANT_OF_AN_ANSWER.contains(failure.failure()) ? unanswered() : "";
        return told.isEmpty()
                ? failure
                : new FailureException(failure.failure(), failure.getMessage() + "; " + told, failure);
    }

    /** A sentence on the polls not answered since the connection opened; empty if there were none. */
    public String unanswered() {
        if (unanswered == 0) {
            return "";
        }
        double seconds = (System.nanoTime() - lastUnansweredNanos) / (double) SECOND_NANOS;
        String last = String.format(Locale.ROOT, "%.1f s before", seconds);
        return (unanswered == 1
                        ? "1 zero-length poll came before, " + last
                        : unanswered + " zero-length polls came before, the last " + last)
                + remedy();
    }

    private String remedy() {
        if (framing.answersPolls()) {
            return "; no more than " + MOST_ANSWERED_A_SECOND + " a second are answered";
        }
        return unanswered == 1 ? "; polls=answer answers it" : "; polls=answer answers them";
    }
}
