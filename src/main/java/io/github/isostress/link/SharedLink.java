package io.github.isostress.link;

import io.github.isostress.connect.ConnectionPlace;
import io.github.isostress.crypto.key.ReplacedKeys;
import io.github.isostress.exchange.Conversation;
import io.github.isostress.exchange.SharedConversation;
import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The place for one connection after the other that many threads use at once. A thread of its own opens the connection,
 * signs on, reads until it is lost, and opens the next. Thread-safe.
 */
final class SharedLink {
    /** Of how many requests a doubled answer is recognised. */
    private static final int ANSWERED_REMEMBERED = 4_096;

    /** Between attempts that fail while no sample waits, where the reconnect pause is none. */
    private static final long UNASKED_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** How long the thread has to end and to tell what was left. */
    private static final long ENDING_MILLIS = 1_000;

    private static final int MOST_HOST_REQUESTS = 1_024;

    private final SharedLinks links;
    private final LinkGroup group;
    private final LinkPlan plan;
    private final LinkOwner owner;
    private final LinkOpener opener;
    private final ReplacedKeys keys = new ReplacedKeys();
    private final Reconnects reconnects = new Reconnects();
    private final Interruption interruption = new Interruption();
    private final LinkRecord record = new LinkRecord();
    private final ThreadPoolExecutor helper;
    private final Thread thread;
    private volatile SharedConversation standing;
    private volatile LinkSettings settings;
    private volatile SharedSession session;
    private volatile boolean ending;
    private final AtomicBoolean recordTold = new AtomicBoolean();
    private boolean tried;
    private int underWay;
    private long turns;
    private String history = "the first connection of this link";

    SharedLink(SharedLinks links, LinkGroup group, LinkPlan plan, LinkOwner owner) {
        this.links = links;
        this.group = group;
        this.plan = plan;
        this.owner = owner;
        ConnectionPlace place = group.place();
        this.opener =
                new LinkOpener(group, place, connection -> new Conversation(connection, ANSWERED_REMEMBERED, keys));
        this.helper = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_HOST_REQUESTS),
                LinkKeeper.daemons("host-requests"),
                (answer, executor) -> answer.run());
        helper.allowCoreThreadTimeOut(true);
        this.thread = LinkKeeper.daemons("shared-" + group.name()).newThread(this::live);
    }

    /** One more link of the same kind. */
    SharedLink another() {
        return new SharedLink(links, group, plan, owner);
    }

    void start() {
        interruption.begin();
        thread.start();
    }

    /** The conversation while there is one, or null. */
    SharedConversation standing() {
        return standing;
    }

    LinkRecord record() {
        return record;
    }

    /** Whether that is asked for the first time. */
    boolean isTriedNow() {
        boolean first = !tried;
        tried = true;
        return first;
    }

    /** Whether it stands and another request may be under way; to be used under the links' lock, as are the next. */
    boolean hasRoom(int window) {
        return standing != null && (window == 0 || underWay < window);
    }

    boolean isBetterThan(SharedLink other, Sharing.Choice choice) {
        if (choice == Sharing.Choice.FEWEST_UNDER_WAY && underWay != other.underWay) {
            return underWay < other.underWay;
        }
        return turns < other.turns;
    }

    /** How many requests it was given, and those that links which stood longer were given before. */
    long turns() {
        return turns;
    }

    /** Is given no more requests than others that were given so many. */
    void joins(long turnsOfOthers) {
        turns = Math.max(turns, turnsOfOthers);
    }

    void enter() {
        turns++;
        underWay++;
        record.wereUnderWay(underWay);
    }

    void leave() {
        underWay--;
    }

    private void live() {
        try {
            boolean goesOn = true;
            while (goesOn && !ending) {
                goesOn = liveOnce();
            }
        } finally {
            helper.shutdown();
            interruption.end();
            if (!ending) {
                tellRecord();
            }
        }
    }

    /** One connection, from the wait for its turn to its end; returns whether there is to be another. */
    private boolean liveOnce() {
        try {
            settings = plan.settings();
            Conversation opened = opener.openLending(settings, owner, interruption, reconnects.dueNanos(), history);
            FailureReport why = use(opened);
            LinkEnding.of(opened, settings, owner, !ending);
            history = "the connection was lost by " + why.failure();
            reconnects.failed(settings.reconnectPause());
            return links.goesOn(this);
        } catch (LinkNotOpened e) {
            failed(e);
        } catch (FailureException e) {
            refused(e);
        } catch (RuntimeException | Error e) {
            refused(FailureException.internal(e));
        }
        return true;
    }

    private void refused(FailureException why) {
        if (!ending) {
            links.refused(this, why);
            pause();
        }
    }

    private void failed(LinkNotOpened why) {
        if (ending) {
            return;
        }
        history = "after an attempt that failed";
        reconnects.failed(settings.reconnectPause());
        if (!links.tells(this, why)) {
            owner.happened(why.event());
        }
        if (!links.isAwaited()) {
            pause();
        }
    }

    private void pause() {
        try {
            interruption.pause(System.nanoTime() + UNASKED_PAUSE_NANOS);
        } catch (FailureException e) {
            // The end of the run.
        }
    }

    private FailureReport use(Conversation opened) {
        SharedConversation conversation =
                new SharedConversation(opened, settings.packager(), settings.unsolicited(), this::unmatched, helper);
        conversation.hostFrames().keepRequests(links.hostRequests()::hasRoom, links.hostRequests()::add);
        record.opened();
        session = new SharedSession(conversation, settings.sessionMessages(), owner);
        standing = conversation;
        try {
            session.tendBy(group.keeper());
            links.opened(this);
            return conversation.read();
        } finally {
            standing = null;
            conversation.close();
            record.ended(conversation);
            if (conversation.hasReceived()) {
                reconnects.worked();
            }
        }
    }

    private void unmatched(UnmatchedFrame frame) {
        record.came(frame);
        owner.happened(new LinkEvent.Unmatched(frame));
    }

    /** Signs off, closes the connection and ends the thread. */
    void end() {
        if (standing != null) {
            session.signOff();
        }
        breakOff();
        try {
            thread.join(ENDING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tellRecord();
    }

    /** A place for a client that did not come has nothing to tell. */
    private void tellRecord() {
        if (recordTold.compareAndSet(false, true) && (record.wasOpened() || !links.areOffered())) {
            owner.happened(record.toEvent(group.name()));
        }
    }

    /** Closes the connection and ends what the thread waits for, from any thread. */
    void breakOff() {
        ending = true;
        SharedConversation present = standing;
        if (present != null) {
            present.close();
        }
        interruption.raise();
    }
}
