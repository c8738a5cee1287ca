package io.github.isostress.jmeter.report.page;

import java.util.Arrays;

/** What the requests of one stretch of a run have done: at first of one second. Used by one thread. */
final class TimeSlot {
    private final LatencyBands roundTrips = new LatencyBands();
    private final LatencyBands responses = new LatencyBands();
    private final LatencyBands lags = new LatencyBands();
    private int[] byCode = {};
    private long due;
    private long sent;
    private long succeeded;
    private long underWayMicros;

    /** A request was due. */
    void due(long responseMicros) {
        due++;
        responses.add(responseMicros);
    }

    /** A request was sent. */
    void sent(long roundTripMicros, boolean isSuccess) {
        sent++;
        succeeded += isSuccess ? 1 : 0;
        roundTrips.add(roundTripMicros);
    }

    /** A request was sent so late. */
    void late(long lagMicros) {
        lags.add(lagMicros);
    }

    /** A request was under way for so long. */
    void underWay(long micros) {
        underWayMicros += micros;
    }

    /** A sample failed with the code of this number. */
    void failed(int code) {
        if (code >= byCode.length) {
            byCode = Arrays.copyOf(byCode, code + 1);
        }
        byCode[code]++;
    }

    void add(TimeSlot other) {
        roundTrips.add(other.roundTrips);
        responses.add(other.responses);
        lags.add(other.lags);
        due += other.due;
        sent += other.sent;
        succeeded += other.succeeded;
        underWayMicros += other.underWayMicros;
        byCode = Arrays.copyOf(byCode, Math.max(byCode.length, other.byCode.length));
        for (int code = 0; code < other.byCode.length; code++) {
            byCode[code] += other.byCode[code];
        }
    }

    LatencyBands roundTrips() {
        return roundTrips;
    }

    /** From the intended start. */
    LatencyBands responses() {
        return responses;
    }

    LatencyBands lags() {
        return lags;
    }

    long due() {
        return due;
    }

    long sent() {
        return sent;
    }

    long succeeded() {
        return succeeded;
    }

    long underWayMicros() {
        return underWayMicros;
    }

    /** How many samples have failed with the code of this number. */
    int failures(int code) {
        return code < byCode.length ? byCode[code] : 0;
    }
}
