package io.github.isostress.health.condition;

import java.util.ArrayList;
import java.util.List;

/**
 * The seconds of a run, in bounded memory: when there are too many, each two neighbours become one, and so do those to
 * come. Thread-safe.
 */
final class WatchedSeconds {
    private final int most;
    private final List<WatchedSecond> whole = new ArrayList<>();
    private int secondsInOne = 1;
    /** The last, as long as seconds are still to be added to it. */
    private WatchedSecond growing;

    private int grown;

    /**
     * None as yet.
     *
     * @param most how many are kept apart; at least 2
     */
    WatchedSeconds(int most) {
        this.most = most;
    }

    synchronized void add(WatchedSecond second) {
        growing = growing == null ? second : growing.with(second);
        grown++;
        if (grown == secondsInOne) {
            whole.add(growing);
            growing = null;
            grown = 0;
        }
        if (whole.size() == most) {
            joinNeighbours();
        }
    }

    private void joinNeighbours() {
        List<WatchedSecond> joined = new ArrayList<>(most);
        for (int i = 0; i + 1 < whole.size(); i += 2) {
            joined.add(whole.get(i).with(whole.get(i + 1)));
        }
        if (whole.size() % 2 == 1) {
            growing = whole.get(whole.size() - 1);
            grown = secondsInOne;
        }
        whole.clear();
        whole.addAll(joined);
        secondsInOne *= 2;
    }

    /** All so far, the first first. */
    synchronized List<WatchedSecond> soFar() {
        List<WatchedSecond> all = new ArrayList<>(whole);
        if (growing != null) {
            all.add(growing);
        }
        return List.copyOf(all);
    }
}
