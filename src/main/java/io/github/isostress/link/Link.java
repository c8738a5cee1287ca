package io.github.isostress.link;

import io.github.isostress.connect.ConnectionPlace;
import io.github.isostress.connect.ReconnectPause;
import io.github.isostress.crypto.key.ReplacedKeys;
import io.github.isostress.exchange.Conversation;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.exchange.UnmatchedFrames;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * The place for one connection after the other: opened and signed on when a sample needs it, looked after while it is
 * idle, opened again when it was lost. A thread {@link #use() enters} it, uses it and leaves it.
 */
final class Link {
    /** How long a sample that uses the link when the run ends has to give it back. */
    private static final long ENDING_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final LinkGroup group;
    private final LinkOpener opener;
    private final ReplacedKeys keys = new ReplacedKeys();
    private final Reconnects reconnects = new Reconnects();
    private final LinkUse use = new LinkUse();
    private final IdleLink tending = new IdleLink(this);
    private volatile Conversation conversation;
    private volatile long triedNanos = System.nanoTime();
    private LinkSettings settings;
    private LinkOwner owner;
    private int requests;
    private String history = "the first connection of this link";

    Link(LinkGroup group, ConnectionPlace place) {
        this.group = group;
        this.opener = new LinkOpener(group, place, connection -> new Conversation(connection, keys));
    }

    LinkUse use() {
        return use;
    }

    /**
     * The open connection, opened before if need be.
     *
     * @throws LinkNotOpened with the event that stands for the request
     * @throws FailureException if the settings cannot be used, or the wait for a turn was interrupted
     */
    Conversation open(LinkPlan plan, LinkOwner asking, Interruption interruption)
            throws LinkNotOpened, FailureException {
        owner = asking;
        noticeIdleClose();
        if (!isOpen()) {
            if (conversation != null) {
                endConversation();
            }
            settings = plan.settings();
            try {
                conversation = opener.open(settings, owner, interruption, reconnects.dueNanos(), history);
            } catch (LinkNotOpened e) {
                history = settings.reconnectPause().equals(ReconnectPause.NONE)
                        ? "after an attempt that failed, at once, since the reconnect pause is none"
                        : "after an attempt that failed";
                reconnects.failed(settings.reconnectPause());
                throw e;
            }
            requests = 0;
            triedNanos = System.nanoTime();
            if (settings.needsTending()) {
                group.keeper().watch(tending);
            }
        }
        interruption.endWaitBy(conversation.connection()::interrupt);
        if (settings.sessionMessages().isEchoDueUnderLoad(triedNanos)) {
            settings.sessionMessages().echo().ifPresent(this::send);
            return isOpen() ? conversation : open(plan, asking, interruption);
        }
        return conversation;
    }

    private void noticeIdleClose() {
        if (isOpen() && conversation.connection().closedWhileIdle()) {
            endConversation();
            String polls = conversation.connection().polls().unanswered();
            gaveUp("since the host had closed it while it was idle" + (polls.isEmpty() ? "" : "; " + polls));
        }
    }

    private boolean isOpen() {
        return conversation != null && conversation.connection().isOpen();
    }

    void used(Outcome outcome) {
        requests++;
        if (isOpen()) {
            reconnects.worked();
        } else {
            lost(outcome.failure() == null ? "" : "after " + outcome.failure().failure());
        }
    }

    /** Says that the connection has carried a request of the other end. */
    void received() {
        reconnects.worked();
    }

    /** Says that the connection has ended. */
    void lost(String reason) {
        endConversation();
        gaveUp(reason);
    }

    /** How many requests the connection has carried. */
    int requests() {
        return requests;
    }

    LinkSettings settings() {
        return settings;
    }

    /** The connection while it stands, or null. */
    Conversation standing() {
        return isOpen() ? conversation : null;
    }

    /**
     * Signs off and closes the connection, if there is one. The next {@link #open} makes another, and says why. A
     * thread that was stopped does not wait for the answer to a sign-off, so it sends none.
     */
    void close(String reason) {
        group.keeper().forget(tending);
        if (!isOpen()) {
            return;
        }
        try {
            if (!Thread.currentThread().isInterrupted()) {
                settings.sessionMessages().signOff().ifPresent(this::send);
            }
        } finally {
            endConversation();
            history = reason;
        }
    }

    private void endConversation() {
        LinkEnding.of(conversation, settings, owner);
    }

    private void report(UnmatchedFrame frame) {
        owner.happened(new LinkEvent.Unmatched(frame));
    }

    /** As {@link #close}, from any thread; a sample or an echo that still uses the link is broken off. */
    void end(String reason) {
        boolean taken = use.enterWithin(ENDING_NANOS);
        if (!taken) {
            breakOff();
            return;
        }
        try {
            close(reason);
        } finally {
            use.leave();
        }
    }

    /** Sends a message on the standing connection, waits for its answer and tells the owner. */
    void send(SessionMessage message) {
        owner.lendVariables(() -> owner.happened(eventOf(message)));
        triedNanos = System.nanoTime();
        if (!isOpen() && message.kind() != SessionMessageKind.SIGN_OFF) {
            endConversation();
            gaveUp("after a failed " + message.kind().words());
        }
    }

    private LinkEvent eventOf(SessionMessage message) {
        try {
            return message.send(conversation, this::report);
        } catch (FailureException e) {
            return new LinkEvent.SessionMessageNotSent(message.kind(), e.report(), null, System.nanoTime());
        } catch (RuntimeException | Error e) {
            endConversation();
            return new LinkEvent.SessionMessageNotSent(message.kind(), FailureReport.internal(e), e, System.nanoTime());
        }
    }

    /** Closes the connection at once, since it is of no use any longer. */
    void giveUp(String reason) {
        if (isOpen()) {
            endConversation();
            gaveUp(reason);
        }
    }

    private void gaveUp(String reason) {
        history = "the connection was given up " + reason;
        reconnects.failed(settings.reconnectPause());
    }

    /** When the echo is due, as {@link System#nanoTime()}; empty if there is none to be sent. */
    OptionalLong echoDueNanos() {
        return isOpen()
                ? settings.sessionMessages()
                        .echoDueNanos(conversation.connection().lastUsedNanos(), triedNanos)
                : OptionalLong.empty();
    }

    /** Answers what the host has said while the link was idle, and tells the owner. */
    void answerPending() {
        if (!conversation.connection().unread().haveCome()) {
            return;
        }
        UnmatchedFrames unmatched = new UnmatchedFrames(this::report);
        owner.lendVariables(() -> {
            try {
                conversation.answerPending(settings.packager(), settings.unsolicited(), unmatched);
            } catch (FailureException e) {
                endConversation();
                gaveUp("after " + e.failure() + " while it was idle");
            }
        });
    }

    /** Ends each wait on the connection, from any thread. */
    void breakOff() {
        Conversation standing = standing();
        if (standing != null) {
            standing.connection().interrupt();
        }
    }
}
