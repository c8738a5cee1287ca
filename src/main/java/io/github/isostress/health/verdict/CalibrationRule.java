package io.github.isostress.health.verdict;

import io.github.isostress.health.condition.WatchedSecond;
import io.github.isostress.words.Plural;
import java.util.List;
import java.util.stream.Stream;

/** The rule about the rate of a run, against what the machine has carried in its calibration. */
final class CalibrationRule {
    /** A rate over less may be that of requests that were sent one after the other after a stop. */
    private static final double SHORTEST_SECONDS = 5;

    private final JudgedSeconds run;
    private final Limits limits;

    CalibrationRule(JudgedSeconds run, Limits limits) {
        this.run = run;
        this.limits = limits;
    }

    Stream<Reason> reasons(CalibratedLoad load) {
        double highest = highestRate();
        double share = highest / load.mostPerSecond();
        Validity validity = limits.of(ValidityRule.CALIBRATION).of(share);
        return validity == Validity.VALID
                ? Stream.empty()
                : Stream.of(new Reason(
                        ValidityRule.CALIBRATION,
                        validity,
                        Plural.grouped(Math.round(highest), "request a second is ", "requests a second are ")
                                + InWords.percent(share) + " of the "
                                + InWords.count(load.mostPerSecond())
                                + " that this machine carried in its calibration; " + whatItMeans(share)));
    }

    /** A machine that carries more than it was found to carry was measured while its JVM was young, or busy. */
    private String whatItMeans(double share) {
        return share > 1
                ? "the calibration was too short, or disturbed: calibrate longer"
                : "above " + InWords.percent(limits.of(ValidityRule.CALIBRATION).suspect())
                        + " its own delays are in the figures";
    }

    /** Over five seconds in a row, or over the whole run where it is shorter. */
    private double highestRate() {
        double highest = 0;
        List<WatchedSecond> seconds = run.seconds();
        long sent = 0;
        double length = 0;
        int first = 0;
        for (WatchedSecond second : seconds) {
            sent += second.sent();
            length += second.seconds();
            while (length - seconds.get(first).seconds() >= SHORTEST_SECONDS) {
                sent -= seconds.get(first).sent();
                length -= seconds.get(first).seconds();
                first++;
            }
            highest = length >= SHORTEST_SECONDS ? Math.max(highest, sent / length) : highest;
        }
        return run.length() < SHORTEST_SECONDS && !run.isEmpty()
                ? run.sum(WatchedSecond::sent) / run.length()
                : highest;
    }
}
