package io.github.isostress.health.verdict;

import io.github.isostress.health.condition.WatchedSecond;
import java.util.stream.Stream;

/**
 * The rules about a machine that had no time to spare for long, where late requests do not tell of it. Without a schedule
 * no request is late, so nothing shows whether some were held back. With one all may have been sent in time, and yet what
 * came waited until a thread had a core to read it. Either makes the run SUSPECT.
 */
final class BusyMachineRules {
    /** The share of the run from which on it is long. */
    private static final double LONG = 0.1;
    /** A young JVM compiles for some seconds. */
    private static final double SHORTEST_SECONDS = 5;

    private static final double MOST_OF_THE_TIME = 0.5;

    private final JudgedSeconds run;
    private final Limits limits;

    BusyMachineRules(JudgedSeconds run, Limits limits) {
        this.run = run;
        this.limits = limits;
    }

    Stream<Reason> reasons() {
        return run.sum(WatchedSecond::due) == 0 ? withoutSchedule() : withSchedule();
    }

    private Stream<Reason> withoutSchedule() {
        JudgedSeconds inListeners = run.where(BusyMachineRules::isMostlyInListeners);
        return Stream.concat(
                withoutSchedule(ValidityRule.CPU, busy(), LateCause.cpu(busy())),
                withoutSchedule(ValidityRule.LISTENERS, inListeners, LateCause.listeners(inListeners)));
    }

    private static boolean isMostlyInListeners(WatchedSecond second) {
        return second.listenerMicros() > MOST_OF_THE_TIME * 1e6 * second.seconds() * second.threads();
    }

    private Stream<Reason> withoutSchedule(ValidityRule rule, JudgedSeconds seconds, String meanwhile) {
        return isLong(seconds)
                ? reason(
                        rule,
                        InWords.time(seconds, run) + " this machine may have been the limit, not the host: " + meanwhile
                                + ", and no schedule tells whether requests were late")
                : Stream.empty();
    }

    private Stream<Reason> withSchedule() {
        JudgedSeconds busy = busy();
        return isLong(busy) && busy.length() >= SHORTEST_SECONDS && !isToldByLateRequests(busy)
                ? reason(
                        ValidityRule.CPU,
                        InWords.time(busy, run) + " this machine was busy: " + LateCause.cpu(busy)
                                + "; requests were sent in time, but answers may have waited until they were read")
                : Stream.empty();
    }

    private boolean isToldByLateRequests(JudgedSeconds busy) {
        return limits.of(ValidityRule.CPU).of(new Lateness(run).share(busy)) != Validity.VALID;
    }

    private JudgedSeconds busy() {
        return run.where(second -> second.machineCpu() >= LateCause.BUSY);
    }

    private boolean isLong(JudgedSeconds part) {
        return part.length() > LONG * run.length();
    }

    private Stream<Reason> reason(ValidityRule rule, String sentence) {
        return Double.isInfinite(limits.of(rule).suspect())
                ? Stream.empty()
                : Stream.of(new Reason(rule, Validity.SUSPECT, sentence));
    }
}
