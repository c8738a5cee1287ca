package io.github.isostress.health.live;

import io.github.isostress.health.Durations;

/** Adds up seconds to a window. Used by one thread. */
final class WindowSum {
    private static final double MICROS_IN_A_SECOND = 1e6;

    private final Durations roundTrips = new Durations();
    private final Durations lags = new Durations();
    private long due;
    private long ended;
    private long replies;

    /** Adds counts, and durations where there are any. */
    void add(long moreDue, long moreEnded, long moreReplies, Durations moreRoundTrips, Durations moreLags) {
        due += moreDue;
        ended += moreEnded;
        replies += moreReplies;
        if (moreRoundTrips != null) {
            roundTrips.add(moreRoundTrips);
        }
        if (moreLags != null) {
            lags.add(moreLags);
        }
    }

    LiveWindow over(double seconds) {
        double underWay =
                seconds <= 0 ? Double.NaN : roundTrips.meanMicros() * roundTrips.count() / MICROS_IN_A_SECOND / seconds;
        double asked = due == 0 || seconds < 1 ? Double.NaN : due / seconds;
        return new LiveWindow(
                Math.max(0, seconds),
                asked,
                ended,
                replies,
                Percentiles.of(roundTrips),
                Percentiles.of(lags),
                underWay);
    }
}
