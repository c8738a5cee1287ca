package io.github.isostress.exchange;

import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.FrameSender;
import io.github.isostress.wire.HostConnection;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What the host says on a shared connection of its own accord: its requests are answered by a rule or kept for the
 * test, its polls are answered, and all else is reported. The thread that reads the connection takes the frames; a
 * helper sends the answers, so that the reader is not held up.
 */
public final class HostFrames {
    private final SharedConversation conversation;
    private final HostConnection connection;
    private final UnsolicitedRules rules;
    private final WaitingSender sender;
    private final HostAnswers hostAnswers;
    private final Consumer<UnmatchedFrame> listener;
    private final Executor helper;
    private BooleanSupplier requestsHaveRoom = () -> false;
    private Consumer<HostRequest> requestTaker = request -> {};

    HostFrames(
            SharedConversation conversation,
            UnsolicitedRules rules,
            WaitingSender sender,
            Consumer<UnmatchedFrame> listener,
            Executor helper) {
        this.conversation = conversation;
        this.connection = conversation.conversation().connection();
        this.rules = rules;
        this.sender = sender;
        this.hostAnswers = new HostAnswers(connection, sender::sendAnswer);
        this.listener = listener;
        this.helper = helper;
    }

    /**
     * Keeps requests of the other end that no rule answers. To be called before it is read.
     *
     * @param haveRoom whether the next one is kept; else it is reported
     * @param taker is given each
     */
    public void keepRequests(BooleanSupplier haveRoom, Consumer<HostRequest> taker) {
        this.requestsHaveRoom = haveRoom;
        this.requestTaker = taker;
    }

    /** Takes a frame that no request has for its answer. */
    void take(UnmatchedFrame frame) {
        if (WaitingHostRequests.isRequest(frame) && requestsHaveRoom.getAsBoolean()) {
            requestTaker.accept(new HostRequest(
                    frame.frame(), conversation.packager(), frame.message(), connection.framing(), sender::sendAnswer));
        } else if (frame.kind() == Kind.UNSOLICITED) {
            helper.execute(() -> answer(frame));
        } else {
            listener.accept(frame);
        }
    }

    private void answer(UnmatchedFrame request) {
        listener.accept(hostAnswers.answer(request, rules));
    }

    /** Answers a poll, as {@link FrameSender#send}. */
    boolean answerPoll(byte[] poll, long deadlineNanos) {
        helper.execute(() -> sendQuietly(poll, deadlineNanos));
        return connection.isOpen();
    }

    /** A poll that cannot be answered has ended the connection, which the reader finds. */
    private void sendQuietly(byte[] poll, long deadlineNanos) {
        try {
            sender.sendPoll(poll, deadlineNanos);
        } catch (FailureException e) {
            conversation.giveUp(e.report());
        }
    }
}
