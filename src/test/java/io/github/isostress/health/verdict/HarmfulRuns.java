package io.github.isostress.health.verdict;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Runs in which one thing went wrong. */
final class HarmfulRuns {
    private HarmfulRuns() {}

    private static Arguments found(ValidityRule rule, Validity validity, Consumer<WatchedRun> change, String sentence) {
        return Arguments.of(rule, validity, change, sentence);
    }

    /** The rule that finds it, what it makes of the run, what is changed in a run, and a part of the sentence. */
    static Stream<Arguments> all() {
        return Stream.of(
                found(
                        ValidityRule.CPU,
                        Validity.SUSPECT,
                        run -> run.from(20, 22, second -> second.late(140, 212).machineCpu = 0.97),
                        "for 3.0 s of 58 this machine, not the host, was the limit: 420 of 11,600 requests (3.6 %)"
                                + " were sent more than 5 ms late, the latest by 212 ms (42 arrival intervals),"
                                + " while CPU was at 97 %"),
                found(
                        ValidityRule.CPU,
                        Validity.INVALID,
                        run -> run.from(20, 39, second -> second.late(100, 212).machineCpu = 1),
                        "2,000 of 11,600 requests (17 %)"),
                found(
                        ValidityRule.STEAL,
                        Validity.SUSPECT,
                        run -> run.from(20, 22, second -> second.late(100, 60).steal = 0.2),
                        "kept back 20 % of the cores' time"),
                found(
                        ValidityRule.RUN_QUEUE,
                        Validity.SUSPECT,
                        run -> run.from(20, 22, second -> second.late(100, 60).runQueue = 4.5),
                        "while 4.5 threads were ready to run for each core"),
                found(
                        ValidityRule.LISTENERS,
                        Validity.SUSPECT,
                        run -> run.from(20, 22, second -> second.late(100, 60).listenerMicros = 16_000_000),
                        "while threads spent 80 % of their time in post-processors, assertions and listeners"),
                found(
                        ValidityRule.LATE,
                        Validity.SUSPECT,
                        run -> run.from(20, 22, second -> second.late(100, 60).gcMicros = 340_000),
                        "while garbage collection took 34 % of the time"),
                found(
                        ValidityRule.LATE,
                        Validity.SUSPECT,
                        run -> run.from(20, 22, second -> second.late(100, 60).longestPauseMicros = 55_000),
                        "while the JVM stood still for up to 55 ms"),
                found(
                        ValidityRule.LATE,
                        Validity.INVALID,
                        run -> run.from(20, 59, second -> second.late(100, 60).machineCpu = Double.NaN),
                        "while nothing is known of this machine's cores"),
                found(
                        ValidityRule.THREADS,
                        Validity.SUSPECT,
                        run -> run.from(20, 59, second -> {
                                    second.late(180, 812);
                                    second.sent = 180;
                                })
                                .in(59, second -> second.threads = 0),
                        "too few threads for this host: for 40.0 s of 58 no thread was free when requests were due:"
                                + " 7,200 of 10,800 requests (67 %) were sent more than 5 ms late, the latest by 812 ms"
                                + " (162 arrival intervals), while CPU was at 30 %; a request kept each of 20 threads"
                                + " for 111 ms, so 200 a second take 23 threads"),
                found(
                        ValidityRule.POOL,
                        Validity.SUSPECT,
                        run -> run.from(20, 22, second -> {
                            second.late(100, 60).poolWaits = 150;
                            second.poolWaitMicros = 3_150_000;
                        }),
                        "too few connections in the pool: for 3.0 s of 58 requests waited for their turn, 21 ms on average:"
                                + " 300 of 11,600"),
                found(
                        ValidityRule.WINDOW,
                        Validity.SUSPECT,
                        run -> run.from(20, 22, second -> {
                            second.late(100, 60).windowWaits = 150;
                            second.windowWaitMicros = 3_150_000;
                        }),
                        "too little room on shared connections: "),
                found(
                        ValidityRule.PAUSES,
                        Validity.SUSPECT,
                        run -> run.in(30, second -> second.late(40, 203).longestPauseMicros = 204_000),
                        "the JVM stood still for 204 ms, 30 s after the run began: 40 of 11,600 requests (0.3 %) were"
                                + " sent more than 5 ms late for it"),
                found(
                        ValidityRule.PAUSES,
                        Validity.INVALID,
                        run -> run.in(30, second -> second.longestPauseMicros = 1_200_000)
                                .in(40, second -> second.longestPauseMicros = 200_000),
                        "the JVM stood still for 1,200 ms, 30 s after the run began, the longest of 2 such seconds"),
                found(
                        ValidityRule.UNSENT,
                        Validity.SUSPECT,
                        run -> run.in(0, second -> {
                            second.unsent = 150;
                            second.sent = 50;
                        }),
                        "150 of 12,000 requests (1.3 %) were due and not sent"),
                found(
                        ValidityRule.FILES,
                        Validity.SUSPECT,
                        run -> run.in(50, second -> second.openFiles = 1_000),
                        "1,000 files and sockets were open, of 1,024 that the process may have"),
                found(
                        ValidityRule.PORTS,
                        Validity.INVALID,
                        run -> run.in(50, second -> second.portsTaken = 28_000),
                        "28,000 ephemeral ports were in use, of 28,232"),
                found(
                        ValidityRule.HEAP,
                        Validity.SUSPECT,
                        run -> run.in(50, second -> second.heapAfterGc = 0.93),
                        "93 % of the heap was in use after a garbage collection, and collections took 0.4 % of the time"),
                found(
                        ValidityRule.CLOCK,
                        Validity.SUSPECT,
                        run -> run.in(50, second -> second.clockStepMicros = -2_000_000),
                        "the clock of this machine was set back by 2,000 ms"),
                found(
                        ValidityRule.RESULT_FILE,
                        Validity.INVALID,
                        run -> run.in(50, second -> second.resultErrors = 1),
                        "1 result file could not be written"),
                found(
                        ValidityRule.DROPPED_SAMPLES,
                        Validity.SUSPECT,
                        run -> run.in(50, second -> second.samplesDropped = 3),
                        "3 samples of 12,000 requests were lost on the way to the controller"));
    }
}
