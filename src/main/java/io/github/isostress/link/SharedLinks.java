package io.github.isostress.link;

import io.github.isostress.connect.ConnectionSource;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A number of links that the threads of a run use at once. Requests wait until each link was tried once, so that none
 * gets all of the first; then each goes to one that stands. Thread-safe.
 */
final class SharedLinks {
    private final LinkGroup group;
    private final int size;
    private final Optional<ConnectionSource> source;
    private final Sharing sharing;
    private final LinkChoice choice;
    private final LinkEvents events;
    private final HostRequestQueue hostRequests = new HostRequestQueue();
    private final List<SharedLink> links = new ArrayList<>();
    private final Deque<PlaceWait> waiting = new ArrayDeque<>();
    private int untried;

    /**
     * Links without a connection as yet.
     *
     * @param size how many there are; of clients that connect to us, for how many is waited
     * @param source of all connections; empty if each connect has its own
     */
    SharedLinks(LinkGroup group, int size, Optional<ConnectionSource> source, Sharing sharing, LinkEvents events) {
        this.group = group;
        this.size = size;
        this.source = source;
        this.sharing = sharing;
        this.choice = new LinkChoice(sharing, isOffered());
        this.events = events;
        this.untried = size;
    }

    /**
     * Lets a thread use the links if they are as it wants them.
     *
     * @throws IllegalArgumentException with one clear sentence if they are not
     */
    ThreadLinks forThread(int wantedSize, Sharing wanted, LinkPlan plan, LinkOwner owner) {
        boolean differ = wantedSize != size || !wanted.equals(sharing);
        if (differ || !LinkPlan.areInterchangeable(source, plan.source())) {
            throw new IllegalArgumentException("shared links " + group.name() + " are there already with "
                    + (differ
                            ? "another number, choice, window or wait"
                            : "other settings of host, framing, socket or TLS")
                    + "; give these another name, as in: shared NAME " + wantedSize);
        }
        return new SharedWay(this, plan, owner);
    }

    /** A place on a link that stands, to be given back. */
    SharedLink take(LinkPlan plan, LinkOwner owner, Interruption interruption) throws LinkNotOpened, FailureException {
        interruption.check();
        PlaceWait wait;
        synchronized (this) {
            begin(plan, owner);
            SharedLink free = waiting.isEmpty() ? free() : null;
            if (free != null) {
                return free;
            }
            wait = new PlaceWait();
            waiting.add(wait);
            tellOfNoRoom();
        }
        return await(wait, owner, interruption);
    }

    private void begin(LinkPlan plan, LinkOwner owner) {
        if (links.isEmpty()) {
            LinkOwner telling = events.owner(owner);
            for (int number = 1; number <= size; number++) {
                add(new SharedLink(this, group, plan, telling));
            }
        }
    }

    private void add(SharedLink link) {
        links.add(link);
        link.start();
    }

    private SharedLink await(PlaceWait wait, LinkOwner owner, Interruption interruption)
            throws LinkNotOpened, FailureException {
        long start = System.nanoTime();
        try {
            Optional<SharedLink> link =
                    wait.await(start + TimeUnit.MILLISECONDS.toNanos(sharing.waitMillis()), interruption);
            if (link.isPresent()) {
                if (wait.sawNoRoom()) {
                    owner.happened(waited(wait.sawNoRoomNanos(), null));
                }
                return link.get();
            }
            throw new LinkNotOpened(waited(start, timeout(wait)));
        } finally {
            leave(wait);
        }
    }

    private FailureReport timeout(PlaceWait wait) {
        return new FailureReport(
                Failure.WINDOW_TIMEOUT,
                what() + ": " + (wait.sawNoRoom() ? "none had room for one more request" : "no connection stood")
                        + " in " + sharing.waitMillis() + " ms");
    }

    private LinkEvent.Waited waited(long start, FailureReport failure) {
        return new LinkEvent.Waited(LinkEvent.Waited.For.WINDOW, what(), start, System.nanoTime(), failure);
    }

    private String what() {
        return "shared links " + group.name() + " of " + size
                + (sharing.window() == 0 ? "" : ", at most " + sharing.window() + " under way on each");
    }

    /** Ends a wait; a place that it got meanwhile goes to the next. */
    private void leave(PlaceWait wait) {
        SharedLink unused;
        synchronized (this) {
            waiting.remove(wait);
            unused = wait.leave();
        }
        if (unused != null) {
            giveBack(unused);
        }
    }

    /** A place on the best link that stands and has room; null if there is none. */
    private SharedLink free() {
        if (untried > 0) {
            return null;
        }
        SharedLink best = choice.of(links);
        if (best != null) {
            best.enter();
        }
        return best;
    }

    /** Whether a link has its connection. */
    synchronized boolean stands() {
        return links.stream().anyMatch(link -> link.standing() != null);
    }

    /** Gives a place back. */
    synchronized void giveBack(SharedLink link) {
        link.leave();
        serve();
    }

    private void serve() {
        for (SharedLink free = waiting.isEmpty() ? null : free(); free != null; ) {
            waiting.remove().give(free);
            free = waiting.isEmpty() ? null : free();
        }
        tellOfNoRoom();
    }

    /** What waits now waits for room, if a connection stands; else it waits for a connection. */
    private void tellOfNoRoom() {
        if (sharing.window() > 0 && untried == 0 && stands()) {
            waiting.forEach(PlaceWait::seesNoRoom);
        }
    }

    /** Whether a sample waits. */
    synchronized boolean isAwaited() {
        return !waiting.isEmpty();
    }

    /** A link has its connection. */
    synchronized void opened(SharedLink link) {
        tried(link);
        LinkChoice.join(link, links);
        if (isOffered() && links.stream().allMatch(each -> each.standing() != null)) {
            add(link.another());
        }
        serve();
    }

    private boolean isOffered() {
        return source.isPresent() && source.get().isOfferedByHost();
    }

    private void tried(SharedLink link) {
        if (link.isTriedNow()) {
            untried = Math.max(0, untried - 1);
        }
    }

    /** A link got no connection; returns whether a sample tells of it. */
    synchronized boolean notOpened(SharedLink link, LinkNotOpened why) {
        tried(link);
        boolean isTold = !stands() && !waiting.isEmpty() && untried == 0;
        if (isTold) {
            waiting.remove().fail(why);
        }
        serve();
        return isTold;
    }

    /** The settings of a link's connection cannot be used: each sample that waits tells it. */
    synchronized void refused(SharedLink link, FailureException why) {
        tried(link);
        if (!stands()) {
            waiting.forEach(wait -> wait.fail(why));
            waiting.clear();
        }
    }

    /**
     * A link has lost its connection.
     *
     * @return whether it is to have another one: one too many is not, where the host offers them
     */
    synchronized boolean goesOn(SharedLink link) {
        boolean goesOn = !isOffered()
                || links.size() <= size
                || links.stream().allMatch(each -> each == link || each.standing() != null);
        if (!goesOn) {
            links.remove(link);
        }
        return goesOn;
    }

    /** The other end's requests that came on these links. */
    HostRequestQueue hostRequests() {
        return hostRequests;
    }

    /** All links there are by now. */
    synchronized List<SharedLink> links() {
        return List.copyOf(links);
    }
}
