package io.github.isostress.exchange;

import io.github.isostress.message.decode.ApprovedAnswer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The other end's requests that were read on one connection while something else was waited for, and that the test is
 * to answer. None is kept before the test has asked for one: who does not, has them told with its own requests. Used by
 * one thread at a time.
 */
final class WaitingHostRequests {
    /** How many wait at most; further ones are told as frames that nobody waited for. */
    static final int MOST = 10_000;

    private final Deque<UnmatchedFrame> waiting = new ArrayDeque<>(0);
    private boolean areWanted;

    /** The test answers such requests from now on. */
    void want() {
        areWanted = true;
    }

    /** Keeps a frame if it is such a request and nothing else explains it; returns whether it does. */
    boolean keep(UnmatchedFrame frame) {
        boolean kept = areWanted && waiting.size() < MOST && isRequest(frame);
        if (kept) {
            waiting.add(frame);
        }
        return kept;
    }

    /** What the packager cannot read, or is raw, has no MTI to say what it is. */
    static boolean isRequest(UnmatchedFrame frame) {
        boolean isUnexplained = switch (frame.kind()) {
            case EARLY, OTHER, UNMATCHED -> true;
            case LATE, DUPLICATE, UNAWAITED, UNSOLICITED -> false;
        };
        return isUnexplained && (frame.message() == null || ApprovedAnswer.isDueTo(frame.message()));
    }

    /** The one that has waited longest, no longer kept; null if there is none. */
    UnmatchedFrame next() {
        return waiting.poll();
    }

    /** All that wait, and no more are kept: the connection ends. */
    List<UnmatchedFrame> end() {
        areWanted = false;
        List<UnmatchedFrame> left = new ArrayList<>(waiting);
        waiting.clear();
        return left;
    }
}
