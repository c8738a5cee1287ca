package io.github.isostress.link;

import java.util.List;

/** Chooses which of several links takes the next request. To be used under the lock of the links. */
final class LinkChoice {
    /** A client of ours may be ahead of another by that part of its requests. */
    private static final int PART_AHEAD = 200;

    /** More than a run has. */
    private static final long MANY = Long.MAX_VALUE / 2;

    private final Sharing sharing;
    private final boolean isBalanced;

    /**
     * @param isBalanced whether none may get more requests than others, however fast it answers
     */
    LinkChoice(Sharing sharing, boolean isBalanced) {
        this.sharing = sharing;
        this.isBalanced = isBalanced;
    }

    /** The best link that stands and has room; null if there is none. */
    SharedLink of(List<SharedLink> links) {
        long mostTurns = isBalanced ? mostTurns(links) : Long.MAX_VALUE;
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

    private long mostTurns(List<SharedLink> links) {
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
    static void join(SharedLink joining, List<SharedLink> links) {
        links.stream()
                .filter(link -> link != joining && link.standing() != null)
                .mapToLong(SharedLink::turns)
                .min()
                .ifPresent(joining::joins);
    }
}
