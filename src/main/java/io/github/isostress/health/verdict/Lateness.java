package io.github.isostress.health.verdict;

import io.github.isostress.health.condition.WatchedSecond;
import io.github.isostress.words.Plural;
import java.util.List;
import java.util.stream.Collectors;

/** Tells how late a run's requests were sent, and why. Immutable. */
record Lateness(JudgedSeconds run) {
    private static final double MICROS_IN_A_SECOND = 1e6;

    /** The late requests of these seconds, of all that were sent: 0 to 1. */
    double share(JudgedSeconds seconds) {
        long sent = run.sum(WatchedSecond::sent);
        return sent == 0 ? 0 : (double) seconds.sum(WatchedSecond::late) / sent;
    }

    /** About one cause. */
    String sentence(LateGroup group) {
        JudgedSeconds seconds = group.seconds();
        return switch (group.cause()) {
            case THREADS -> tooFewThreads(seconds);
            case POOL ->
                waited(
                        "too few connections in the pool",
                        seconds,
                        seconds.sum(WatchedSecond::poolWaits),
                        seconds.sum(WatchedSecond::poolWaitMicros));
            case WINDOW ->
                waited(
                        "too little room on shared connections",
                        seconds,
                        seconds.sum(WatchedSecond::windowWaits),
                        seconds.sum(WatchedSecond::windowWaitMicros));
            default -> machineWasTheLimit(seconds) + ", while " + group.during();
        };
    }

    /** About several causes of this machine, that of most late requests first. */
    String sentence(List<LateGroup> groups) {
        JudgedSeconds seconds = new JudgedSeconds(groups.stream()
                .flatMap(group -> group.seconds().seconds().stream())
                .toList());
        return machineWasTheLimit(seconds)
                + (groups.size() == 1
                        ? ", while " + groups.get(0).during()
                        : groups.stream()
                                .map(group -> InWords.count(group.requests()) + " of them while " + group.during())
                                .collect(Collectors.joining(", ", "; ", "")));
    }

    private String machineWasTheLimit(JudgedSeconds seconds) {
        return InWords.time(seconds, run) + " this machine, not the host, was the limit: " + inRequests(seconds);
    }

    private String inRequests(JudgedSeconds seconds) {
        long latest = seconds.most(WatchedSecond::latestMicros);
        long interval = seconds.most(WatchedSecond::intervalMicros);
        return late(seconds.sum(WatchedSecond::late), run) + ", the latest by " + InWords.millis(latest)
                + (interval > 0 && latest >= 2 * interval
                        ? " (" + InWords.count((double) latest / interval) + " arrival intervals)"
                        : "");
    }

    /** As in {@code 412 of 12,000 requests (3.4 %) were sent more than 5 ms late}. */
    static String late(long requests, JudgedSeconds run) {
        return InWords.part(requests, run.sum(WatchedSecond::sent)) + (requests == 1 ? " was" : " were")
                + " sent more than 5 ms late";
    }

    private String tooFewThreads(JudgedSeconds seconds) {
        long threads = seconds.most(WatchedSecond::threads);
        // When the test ends, threads go while a second still lasts.
        JudgedSeconds whole = seconds.where(second -> second.threads() == threads);
        double perSecond = whole.sum(WatchedSecond::due) / whole.length();
        double held = whole.threadTime() / Math.max(1, whole.sum(WatchedSecond::sent));
        double needed = Math.ceil(perSecond * held);
        return "too few threads for this host: " + InWords.time(seconds, run)
                + " no thread was free when requests were due: " + inRequests(seconds) + ", while "
                + LateCause.cpu(seconds) + "; a request kept each of " + Plural.grouped(threads, "thread") + " for "
                + InWords.millis(held * MICROS_IN_A_SECOND)
                + (needed > threads
                        ? ", so " + InWords.count(perSecond) + " a second take " + InWords.count(needed) + " threads"
                        : "");
    }

    private String waited(String shortage, JudgedSeconds seconds, long waits, long micros) {
        return shortage + ": " + InWords.time(seconds, run) + " requests waited for their turn, "
                + InWords.millis((double) micros / Math.max(1, waits)) + " on average: " + inRequests(seconds);
    }
}
