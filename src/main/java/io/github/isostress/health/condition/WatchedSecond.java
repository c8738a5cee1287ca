package io.github.isostress.health.condition;

/**
 * One second of a run, as this JVM saw itself and its machine; several in one where a run is long. Immutable. A request
 * is counted in the second in which it was over.
 *
 * @param atSeconds when it began, in seconds since the run began
 * @param seconds its length: more than 1 where the whole machine stood still, or where several are one
 * @param due requests that were due by a schedule
 * @param sent requests that were sent, with a schedule or without
 * @param unsent requests that are not sent any more: left out since no thread was free when they were due, or until the
 *     time of the run was over, or failed on this side before they were sent; not those for which no connection came
 *     about
 * @param waiting requests that were due and had no thread to send them, at its end
 * @param late requests that were sent {@link #LATE_MICROS} after they were due, or more
 * @param latestMicros the longest of these delays
 * @param intervalMicros the mean time from one request that is due to the next; 0 without a schedule
 * @param poolWaits requests that had to wait for a connection of a pool
 * @param poolWaitMicros how long they waited, summed up
 * @param windowWaits requests that had to wait for room on a shared connection
 * @param windowWaitMicros how long they waited, summed up
 * @param pauseMicros how long a thread that sleeps 1 ms slept longer than that, where it was 1 ms or more: the JVM or
 *     the machine stood still, or had no core free
 * @param longestPauseMicros the longest of these pauses
 * @param gcMicros how long collectors of garbage held the threads up, in whole milliseconds
 * @param processCpu how much of all cores that it may use this JVM took: 0 to 1; NaN if unknown
 * @param machineCpu how much of all cores was in use, by whomever: 0 to 1; NaN if unknown
 * @param runQueue threads that ran or wanted to, of the whole machine, for each core; NaN if unknown
 * @param steal how much of the time in which this machine wanted to run its hypervisor, or its container's limit, gave
 *     it no core: 0 to 1; NaN if unknown
 * @param openFiles open files and sockets of this JVM; -1 if unknown
 * @param mostFiles how many it may have; -1 if unknown
 * @param portsTaken ephemeral ports in use towards the host that most of them are in use for; -1 if unknown
 * @param portsInAll how many there are; -1 if unknown
 * @param heapAfterGc how much of the heap was in use when it was collected last: 0 to 1; NaN if unknown
 * @param listenerMicros how long threads were with what JMeter runs after a sample, post-processors, assertions and
 *     listeners, summed up
 * @param clockStepMicros by how much the clock of the day went ahead of the steady one; below 0 if it fell behind
 * @param resultErrors result files that could not be written
 * @param samplesDropped samples that did not get to the controller
 * @param threads threads of the test that ran, at its end
 */
public record WatchedSecond(
        double atSeconds,
        double seconds,
        long due,
        long sent,
        long unsent,
        long waiting,
        long late,
        long latestMicros,
        long intervalMicros,
        long poolWaits,
        long poolWaitMicros,
        long windowWaits,
        long windowWaitMicros,
        long pauseMicros,
        long longestPauseMicros,
        long gcMicros,
        double processCpu,
        double machineCpu,
        double runQueue,
        double steal,
        long openFiles,
        long mostFiles,
        long portsTaken,
        long portsInAll,
        double heapAfterGc,
        long listenerMicros,
        long clockStepMicros,
        long resultErrors,
        long samplesDropped,
        int threads) {
    /** From this time after it was due on, a request is late. */
    public static final long LATE_MICROS = 5_000;

    /**
     * This one and the next in one: what is counted is added, of levels the higher counts, and shares are the mean over
     * the time of both.
     */
    WatchedSecond with(WatchedSecond next) {
        return new WatchedSecond(
                atSeconds,
                seconds + next.seconds,
                due + next.due,
                sent + next.sent,
                unsent + next.unsent,
                Math.max(waiting, next.waiting),
                late + next.late,
                Math.max(latestMicros, next.latestMicros),
                intervalWith(next),
                poolWaits + next.poolWaits,
                poolWaitMicros + next.poolWaitMicros,
                windowWaits + next.windowWaits,
                windowWaitMicros + next.windowWaitMicros,
                pauseMicros + next.pauseMicros,
                Math.max(longestPauseMicros, next.longestPauseMicros),
                gcMicros + next.gcMicros,
                mean(processCpu, next, next.processCpu),
                mean(machineCpu, next, next.machineCpu),
                mean(runQueue, next, next.runQueue),
                mean(steal, next, next.steal),
                Math.max(openFiles, next.openFiles),
                Math.max(mostFiles, next.mostFiles),
                Math.max(portsTaken, next.portsTaken),
                Math.max(portsInAll, next.portsInAll),
                higher(heapAfterGc, next.heapAfterGc),
                listenerMicros + next.listenerMicros,
                clockStepMicros + next.clockStepMicros,
                resultErrors + next.resultErrors,
                samplesDropped + next.samplesDropped,
                Math.max(threads, next.threads));
    }

    /** Of the shorter interval: it is the harder to keep. */
    private long intervalWith(WatchedSecond next) {
        return intervalMicros == 0 || next.intervalMicros == 0
                ? Math.max(intervalMicros, next.intervalMicros)
                : Math.min(intervalMicros, next.intervalMicros);
    }

    private double mean(double mine, WatchedSecond next, double its) {
        if (Double.isNaN(mine) || Double.isNaN(its)) {
            return known(mine, its);
        }
        double both = seconds + next.seconds;
        return both == 0 ? mine : (mine * seconds + its * next.seconds) / both;
    }

    private static double higher(double one, double other) {
        return Double.isNaN(one) || Double.isNaN(other) ? known(one, other) : Math.max(one, other);
    }

    private static double known(double one, double other) {
        return Double.isNaN(one) ? other : one;
    }
}
