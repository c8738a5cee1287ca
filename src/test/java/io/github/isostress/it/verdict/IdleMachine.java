package io.github.isostress.it.verdict;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Whether this machine has time for a run: one that is busy with other work rightly makes each run doubtful. */
final class IdleMachine {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double BUSY = 0.4;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private IdleMachine() {}

    /** Waits until most of its cores are free; returns whether they are within five seconds. */
    static boolean comes() {
        long start = System.nanoTime();
        double load;
        do {
            // The load is that of the time since it was asked for last.
            SYSTEM.getCpuLoad();
            LockSupport.parkNanos(LOOK_NANOS);
            load = SYSTEM.getCpuLoad();
        } while (load > BUSY && System.nanoTime() - start < LONGEST_NANOS);
        return load <= BUSY;
    }
}
