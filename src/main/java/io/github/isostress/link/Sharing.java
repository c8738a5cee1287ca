package io.github.isostress.link;

/**
 * How a sample gets a place on links that several threads use. Immutable.
 *
 * @param waitMillis how long it may wait for one: from 0
 * @param choice which of several shared links it gets
 * @param window how many requests may be under way on a shared link: up to 1,000,000; 0 for any number
 */
public record Sharing(long waitMillis, Choice choice, int window) {
    private static final int LARGEST_WINDOW = 1_000_000;

    /** Which of several shared links takes a request. */
    public enum Choice {
        /** The one with the fewest requests under way; of several such, the one that has carried the fewest. */
        FEWEST_UNDER_WAY,
        /** The one that has carried the fewest requests. */
        IN_TURN
    }

    /** Throws an IllegalArgumentException with one clear sentence where the range is left. */
    public Sharing {
        if (window < 0 || window > LARGEST_WINDOW) {
            throw new IllegalArgumentException(
                    "window " + window + " is outside 1 to " + LARGEST_WINDOW + "; leave it blank for any number");
        }
    }

    /** Waits so long at most; no shared link has a window. */
    public static Sharing waiting(long waitMillis) {
        return new Sharing(waitMillis, Choice.FEWEST_UNDER_WAY, 0);
    }
}
