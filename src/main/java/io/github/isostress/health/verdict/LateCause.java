package io.github.isostress.health.verdict;

import io.github.isostress.health.condition.WatchedSecond;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What made requests late in a second: the first of these that left its sign. Signs of this machine come first; where
 * it had time, and neither listeners nor waits for connections kept the threads, the host did.
 */
enum LateCause {
    COLLECTION(
            ValidityRule.LATE,
            second -> second.gcMicros() >= 0.2e6 * second.seconds(),
            signs -> "garbage collection took " + InWords.percent(signs.shareOfTime(WatchedSecond::gcMicros))
                    + " of the time"),
    STEAL(
            ValidityRule.STEAL,
            second -> second.steal() >= 0.05,
            signs -> "the hypervisor, or the container's limit, kept back "
                    + InWords.percent(signs.mean(WatchedSecond::steal)) + " of the cores' time"),
    CPU(ValidityRule.CPU, second -> second.machineCpu() >= LateCause.BUSY, LateCause::cpu),
    PAUSE(
            ValidityRule.LATE,
            second -> second.longestPauseMicros() >= WatchedSecond.LATE_MICROS / 2,
            signs -> "the JVM stood still for up to " + InWords.millis(signs.most(WatchedSecond::longestPauseMicros))) {
        /** A pause makes no request later than it is long; that of a sleeping thread may be half of another's. */
        @Override
        boolean explains(LateSecond late) {
            return super.explains(late)
                    && late.longestPauseMicros() * 2 >= late.second().latestMicros();
        }
    },
    LISTENERS(
            ValidityRule.LISTENERS,
            second -> second.threads() > 0 && second.listenerMicros() >= 0.25e6 * second.seconds() * second.threads(),
            LateCause::listeners),
    POOL(
            ValidityRule.POOL,
            second -> isLong(second, second.poolWaits(), second.poolWaitMicros()),
            signs -> "requests waited for a connection of the pool"),
    WINDOW(
            ValidityRule.WINDOW,
            second -> isLong(second, second.windowWaits(), second.windowWaitMicros()),
            signs -> "requests waited for room on a shared connection"),
    RUN_QUEUE(
            ValidityRule.RUN_QUEUE,
            second -> second.runQueue() >= 3,
            signs -> String.format(
                    Locale.ROOT, "%.1f threads were ready to run for each core", signs.mean(WatchedSecond::runQueue))),
    THREADS(ValidityRule.THREADS, second -> !Double.isNaN(second.machineCpu()), signs -> "no thread was free"),
    UNKNOWN(ValidityRule.LATE, second -> true, signs -> "nothing is known of this machine's cores");

    /** The share of all cores from which on a machine has no time to spare. */
    static final double BUSY = 0.9;

    private final ValidityRule rule;
    private final Predicate<WatchedSecond> sign;
    private final Function<JudgedSeconds, String> words;

    LateCause(ValidityRule rule, Predicate<WatchedSecond> sign, Function<JudgedSeconds, String> words) {
        this.rule = rule;
        this.sign = sign;
        this.words = words;
    }

    /** Whether at least half as many requests waited as were late, and half as long on average. */
    private static boolean isLong(WatchedSecond second, long waits, long micros) {
        return waits > 0 && waits * 2 >= second.late() && micros >= waits * WatchedSecond.LATE_MICROS / 2;
    }

    /** What made requests late. */
    static LateCause of(LateSecond late) {
        for (LateCause cause : values()) {
            if (cause.explains(late)) {
                return cause;
            }
        }
        return UNKNOWN;
    }

    boolean explains(LateSecond late) {
        return late.has(sign);
    }

    static String cpu(JudgedSeconds seconds) {
        return "CPU was at " + InWords.percent(seconds.mean(WatchedSecond::machineCpu));
    }

    static String listeners(JudgedSeconds seconds) {
        return "threads spent " + InWords.percent(seconds.shareOfThreads(WatchedSecond::listenerMicros))
                + " of their time in post-processors, assertions and listeners";
    }

    /** The rule that judges what it made late; {@link ValidityRule#LATE} if it has none of its own. */
    ValidityRule rule() {
        return rule;
    }

    boolean hasSign(WatchedSecond second) {
        return sign.test(second);
    }

    /**
     * What happened meanwhile, as after "while".
     *
     * @param signs the seconds that have its sign
     */
    String during(JudgedSeconds signs) {
        return words.apply(signs);
    }
}
