package io.github.isostress.link;

import io.github.isostress.connect.ConnectionSource;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A number of links that the threads of a run use at once: each request goes to one that stands, or waits for a place.
 * Thread-safe.
 */
final class SharedLinks {
    private final LinkGroup group;
    private final int size;
    private final Optional<ConnectionSource> source;
    private final Sharing sharing;
    private final LinkEvents events;
    private final HostRequestQueue hostRequests = new HostRequestQueue();
    private final SharedPlaces places;
    private final Deque<PlaceWait> waiting = new ArrayDeque<>();
    private LinkOwner told;
    private boolean ended;

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
        this.events = events;
        this.places = new SharedPlaces(sharing, areOffered());
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
            SharedLink free = waiting.isEmpty() ? places.enter() : null;
            if (free != null) {
                return free;
            }
            wait = new PlaceWait();
            waiting.add(wait);
            if (places.areFull()) {
                wait.seesNoRoom();
            }
        }
        return await(wait, owner, interruption);
    }

    private void begin(LinkPlan plan, LinkOwner owner) throws FailureException {
        if (ended) {
            throw Interruption.failure();
        }
        if (told == null) {
            told = events.owner(owner);
            for (int number = 1; number <= size; number++) {
                SharedLink link = new SharedLink(this, group, plan, told);
                places.addAwaited(link);
                link.start();
            }
        }
    }

    private SharedLink await(PlaceWait wait, LinkOwner owner, Interruption interruption)
            throws LinkNotOpened, FailureException {
        long start = System.nanoTime();
        try {
            Optional<SharedLink> link = wait.await(this::areBeingTried, sharing.waitMillis(), interruption);
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

    private synchronized boolean areBeingTried() {
        return !places.areOpen();
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

    /** Ends a wait; a place that it got meanwhile goes to the next, a failed attempt is told here. */
    private void leave(PlaceWait wait) {
        SharedLink unused;
        synchronized (this) {
            waiting.remove(wait);
            unused = wait.leave();
        }
        if (unused != null) {
            giveBack(unused);
        }
        wait.untold().ifPresent(why -> told.happened(why.event()));
    }

    /** Whether a link has its connection. */
    synchronized boolean stand() {
        return places.stand();
    }

    /** Gives a place back. */
    synchronized void giveBack(SharedLink link) {
        link.leave();
        serve();
    }

    private void serve() {
        while (!waiting.isEmpty()) {
            SharedLink free = places.enter();
            if (free == null) {
                return;
            }
            waiting.remove().give(free);
        }
    }

    /** What waits now waits for room, if a connection stands; else it waits for a connection. */
    private void serveAndTellOfNoRoom() {
        serve();
        if (places.areFull()) {
            waiting.forEach(PlaceWait::seesNoRoom);
        }
    }

    /** Whether a sample waits. */
    synchronized boolean isAwaited() {
        return !waiting.isEmpty();
    }

    /** A link has its connection. */
    synchronized void opened(SharedLink link) {
        places.tried(link);
        places.join(link);
        if (areOffered() && !ended && places.allStandBut(link)) {
            SharedLink further = link.another();
            places.addFurther(further);
            further.start();
        }
        serveAndTellOfNoRoom();
    }

    /** Whether the host decides how many connections there are. */
    boolean areOffered() {
        return source.isPresent() && source.get().isOfferedByHost();
    }

    /**
     * A link got no connection.
     *
     * @return whether that is told: by a sample that waits, or by none, where another client is not needed
     */
    synchronized boolean tells(SharedLink link, LinkNotOpened why) {
        places.tried(link);
        boolean isTold = areOffered() && places.standing() >= size;
        if (!places.stand() && !waiting.isEmpty() && places.areOpen()) {
            waiting.remove().fail(why);
            isTold = true;
        }
        serveAndTellOfNoRoom();
        return isTold;
    }

    /** The settings of a link's connection cannot be used: each sample that waits tells it. */
    synchronized void refused(SharedLink link, FailureException why) {
        places.tried(link);
        if (!places.stand()) {
            waiting.forEach(wait -> wait.fail(why));
            waiting.clear();
        }
        serveAndTellOfNoRoom();
    }

    /**
     * A link has lost its connection.
     *
     * @return whether it is to have another one: one too many is not, where the host offers them
     */
    synchronized boolean goesOn(SharedLink link) {
        boolean goesOn = !areOffered() || places.links().size() <= size || places.allStandBut(link);
        if (!goesOn) {
            places.remove(link);
        }
        return goesOn;
    }

    /** The other end's requests that came on these links. */
    HostRequestQueue hostRequests() {
        return hostRequests;
    }

    /** Has no more links from now on; gives those that are to be ended. */
    synchronized List<SharedLink> end() {
        ended = true;
        return List.copyOf(places.links());
    }

    /** Tells of the other end's requests that were kept and never taken; when all links have ended. */
    synchronized void tellUnanswered() {
        hostRequests.rest().forEach(request -> told.happened(new LinkEvent.Unanswered(request, System.nanoTime())));
    }
}
