package io.github.isostress.jmeter.report;

import io.github.isostress.health.Durations;
import io.github.isostress.health.gate.GateFigures;
import io.github.isostress.health.record.RecordedSamples;

/**
 * The times of requests, of one label or all.
 *
 * @param inMicros whether they are known in microseconds, or else in whole milliseconds
 * @param roundTrips from the first byte sent to the last byte of the answer
 * @param responses from when they were due
 */
record RequestTimes(boolean inMicros, Durations roundTrips, Durations responses) {
    /** By the rows of a JTL. */
    static RequestTimes of(SummedRequests requests) {
        return new RequestTimes(requests.hasMicros(), requests.roundTrips(), requests.responses());
    }

    /** By the histograms of agents. */
    static RequestTimes of(RecordedSamples recorded) {
        return new RequestTimes(
                true, recorded.durations().durations(), recorded.response().durations());
    }

    /** What gates look at: these times, and what the rows of a JTL tell of the results. */
    GateFigures inGates(SummedRequests requests) {
        return new GateFigures(requests.results(), roundTrips, responses, requests.perSecond());
    }
}
