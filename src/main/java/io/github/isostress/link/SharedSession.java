package io.github.isostress.link;

import io.github.isostress.exchange.SharedConversation;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import java.util.OptionalLong;

/** The session messages on a shared connection that has signed on: echo and sign-off. Thread-safe. */
final class SharedSession implements TendedLink {
    private final SharedConversation conversation;
    private final SessionMessages messages;
    private final LinkOwner owner;
    private volatile long triedNanos = System.nanoTime();

    SharedSession(SharedConversation conversation, SessionMessages messages, LinkOwner owner) {
        this.conversation = conversation;
        this.messages = messages;
        this.owner = owner;
    }

    /** Has echoes sent, if there is one to be sent. */
    void tendBy(LinkKeeper keeper) {
        if (messages.echo().isPresent()) {
            keeper.watch(this);
        }
    }

    @Override
    public boolean tend() {
        return conversation.conversation().connection().isOpen();
    }

    @Override
    public boolean isEchoDue() {
        OptionalLong due =
                messages.echoDueNanos(conversation.conversation().connection().lastUsedNanos(), triedNanos);
        return due.isPresent() && System.nanoTime() - due.getAsLong() >= 0;
    }

    @Override
    public void echo() {
        if (tend() && isEchoDue()) {
            messages.echo().ifPresent(this::send);
        }
    }

    /** Sends the sign-off, if there is one, and waits for its answer; a stopped thread sends none. */
    void signOff() {
        if (!Thread.currentThread().isInterrupted()) {
            messages.signOff().ifPresent(this::send);
        }
    }

    /** Where an echo has no answer and nothing else came meanwhile, the connection is of no use any longer. */
    private void send(SessionMessage message) {
        long began = System.nanoTime();
        owner.lendVariables(() -> {
            LinkEvent event = eventOf(message);
            owner.happened(event);
            if (event instanceof LinkEvent.SessionMessageSent sent
                    && sent.outcome().failure() != null
                    && conversation.lastReceivedNanos() - began < 0) {
                conversation.giveUp(
                        sent.outcome().failure().with("the " + message.kind().words() + " had no answer"));
            }
        });
        triedNanos = System.nanoTime();
    }

    private LinkEvent eventOf(SessionMessage message) {
        try {
            return message.send(conversation);
        } catch (FailureException e) {
            return new LinkEvent.SessionMessageNotSent(message.kind(), e.report(), null, System.nanoTime());
        } catch (RuntimeException | Error e) {
            return new LinkEvent.SessionMessageNotSent(message.kind(), FailureReport.internal(e), e, System.nanoTime());
        }
    }

    @Override
    public void breakOff() {
        conversation.close();
    }
}
