package io.github.isostress.link;

import java.util.ArrayList;
import java.util.List;

/**
 * The places on shared links: which link has the next request. None is given before each link was tried once, so that
 * no link gets all of the first requests. Used by one thread at a time.
 */
final class SharedPlaces {
    /** A client of ours may be ahead of another by that part of its requests. */
    private static final int PART_AHEAD = 200;

    /** More than a run has. */
    private static final long MANY = Long.MAX_VALUE / 2;

    private final Sharing sharing;
    private final boolean isBalanced;
    private final List<SharedLink> links = new ArrayList<>();
    private int untried;

    /**
     * None as yet.
     *
     * @param isBalanced whether none may get more requests than others, however fast it answers
     */
    SharedPlaces(Sharing sharing, boolean isBalanced) {
        this.sharing = sharing;
        this.isBalanced = isBalanced;
    }

    /** Adds a link that requests are to wait for. */
    void addAwaited(SharedLink link) {
        untried++;
        links.add(link);
    }

    /** Adds a link on which requests do not depend. */
    void addFurther(SharedLink link) {
        link.isTriedNow();
        links.add(link);
    }

    void remove(SharedLink link) {
        links.remove(link);
    }

    List<SharedLink> links() {
        return links;
    }

    /** Notes that a link has its connection, or has failed to get one. */
    void tried(SharedLink link) {
        if (link.isTriedNow()) {
            untried--;
        }
    }

    /** Whether each link that is awaited was tried. */
    boolean areOpen() {
        return untried == 0;
    }

    /** Enters the best link that stands and has room; null if there is none. */
    SharedLink enter() {
        if (!areOpen()) {
            return null;
        }
        SharedLink best = best();
        if (best != null) {
            best.enter();
        }
        return best;
    }

    private SharedLink best() {
        long mostTurns = isBalanced ? mostTurns() : Long.MAX_VALUE;
        SharedLink best = null;
        for (int i = 0; i < links.size(); i++) {
            SharedLink link = links.get(i);
            if (link.hasRoom(sharing.window())
                    && link.turns() <= mostTurns
                    && (best == null || link.isBetterThan(best, sharing.choice()))) {
                best = link;
            }
        }
        return best;
    }

    private long mostTurns() {
        long fewest = MANY;
        for (int i = 0; i < links.size(); i++) {
            SharedLink link = links.get(i);
            if (link.hasRoom(sharing.window()) && link.turns() < fewest) {
                fewest = link.turns();
            }
        }
        return fewest + Math.max(1, fewest / PART_AHEAD);
    }

    /** Lets a link that has its connection now take its part from now on, rather than all until it has caught up. */
    void join(SharedLink joining) {
        links.stream()
                .filter(link -> link != joining && link.standing() != null)
                .mapToLong(SharedLink::turns)
                .min()
                .ifPresent(joining::joins);
    }

    /** Whether a link has its connection. */
    boolean stand() {
        return standing() > 0;
    }

    /** Whether there is no place though a connection stands. */
    boolean areFull() {
        return sharing.window() > 0 && areOpen() && stand();
    }

    /** How many links have their connection. */
    int standing() {
        int count = 0;
        for (SharedLink link : links) {
            count += link.standing() == null ? 0 : 1;
        }
        return count;
    }

    /** Whether all have their connection, but for this one, which may have it or not. */
    boolean allStandBut(SharedLink link) {
        return standing() - (link.standing() == null ? 0 : 1) == links.size() - 1;
    }
}
