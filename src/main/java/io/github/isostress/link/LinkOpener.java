package io.github.isostress.link;

import io.github.isostress.connect.ConnectionAttempt;
import io.github.isostress.connect.ConnectionPlace;
import io.github.isostress.connect.LostClient;
import io.github.isostress.connect.OpeningTime;
import io.github.isostress.exchange.Conversation;
import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.HostConnection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Opens the connections of one link, one after the other: waits for its turn, connects, signs on. */
final class LinkOpener {
    private final LinkGroup group;
    private final ConnectionPlace place;
    private final Function<HostConnection, Conversation> beginning;

    /**
     * Opens connections at a place.
     *
     * @param beginning begins the conversation on each
     */
    LinkOpener(LinkGroup group, ConnectionPlace place, Function<HostConnection, Conversation> beginning) {
        this.beginning = beginning;
        this.group = group;
        this.place = place;
    }

    /** As the other, in a thread that is not the owner's: the sign-on is built with the owner's variables. */
    Conversation openLending(
            LinkSettings settings, LinkOwner owner, Interruption interruption, long dueNanos, String history)
            throws LinkNotOpened, FailureException {
        AtomicReference<Conversation> opened = new AtomicReference<>();
        AtomicReference<LinkNotOpened> notOpened = new AtomicReference<>();
        AtomicReference<FailureException> failure = new AtomicReference<>();
        owner.lendVariables(() -> {
            try {
                opened.set(open(settings, owner, interruption, dueNanos, history));
            } catch (LinkNotOpened e) {
                notOpened.set(e);
            } catch (FailureException e) {
                failure.set(e);
            }
        });
        if (notOpened.get() != null) {
            throw notOpened.get();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return opened.get();
    }

    Conversation open(LinkSettings settings, LinkOwner owner, Interruption interruption, long dueNanos, String history)
            throws LinkNotOpened, FailureException {
        long waiting = System.nanoTime();
        interruption.pause(dueNanos);
        interruption.pause(group.pace().turn(settings.connectsPerSecond()));
        long start = System.nanoTime();
        Conversation opened = connect(settings, owner, interruption, reason(history, start - waiting));
        Optional<SessionMessage> signOn = settings.sessionMessages().signOn();
        if (signOn.isPresent()) {
            interruption.endWaitBy(opened.connection()::interrupt);
            signOn(signOn.get(), opened, settings, owner);
        }
        return opened;
    }

    private static String reason(String history, long waitedNanos) {
        long millis = TimeUnit.NANOSECONDS.toMillis(waitedNanos);
        return history + (millis == 0 ? "" : "; waited " + millis + " ms for its turn to connect");
    }

    private Conversation connect(LinkSettings settings, LinkOwner owner, Interruption interruption, String reason)
            throws LinkNotOpened {
        ConnectionAttempt attempt = settings.source().attempt(place);
        interruption.endWaitBy(attempt::interrupt);
        long start = System.nanoTime();
        try {
            HostConnection connection = attempt.open();
            tellOfLostClients(attempt, owner);
            OpeningTime time = attempt.time();
            owner.happened(
                    new LinkEvent.Connected(attempt.target(), connection, time.startNanos(), time.endNanos(), reason));
            return beginning.apply(connection);
        } catch (FailureException e) {
            tellOfLostClients(attempt, owner);
            throw new LinkNotOpened(
                    new LinkEvent.NotConnected(attempt.target(), e.report(), start, System.nanoTime(), reason));
        }
    }

    private static void tellOfLostClients(ConnectionAttempt attempt, LinkOwner owner) {
        for (LostClient lost : attempt.lostClients()) {
            owner.happened(new LinkEvent.NotConnected(
                    attempt.target(), lost.failure(), lost.startNanos(), lost.endNanos(), "a client was lost"));
        }
    }

    private static void signOn(
            SessionMessage message, Conversation conversation, LinkSettings settings, LinkOwner owner)
            throws LinkNotOpened {
        boolean signedOn = false;
        try {
            LinkEvent.SessionMessageSent sent =
                    message.send(conversation, frame -> owner.happened(new LinkEvent.Unmatched(frame)));
            signedOn = sent.verdict().successful();
            if (!signedOn) {
                throw new LinkNotOpened(sent);
            }
            owner.happened(sent);
        } catch (FailureException e) {
            throw new LinkNotOpened(
                    new LinkEvent.SessionMessageNotSent(message.kind(), e.report(), null, System.nanoTime()));
        } finally {
            if (!signedOn) {
                LinkEnding.of(conversation, settings, owner);
            }
        }
    }
}
