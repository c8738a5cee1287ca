package io.github.isostress.jmeter.calibration;

import io.github.isostress.jmeter.RunContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The threads of a calibration. Used by one thread. */
final class CalibrationCrew {
    private static final long LONGEST_END_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final List<CalibrationThread> work = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** Adds a thread, which has not started. */
    void add(CalibrationThread each) {
        work.add(each);
        // JMeter's functions find a thread's number behind the last dash.
        Thread thread = new Thread(each, "iso8583-calibration 1-" + work.size());
        thread.setDaemon(true);
        threads.add(thread);
    }

    int size() {
        return work.size();
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** Waits until all have ended; after a second, ends what they wait for. Two seconds at most. */
    void end(RunContext run) {
        if (!endsInTime()) {
            work.forEach(CalibrationThread::interrupt);
            run.links().breakOff();
            endsInTime();
        }
    }

    private boolean endsInTime() {
        long deadline = System.nanoTime() + LONGEST_END_NANOS;
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return threads.stream().noneMatch(Thread::isAlive);
    }
}
