package io.github.isostress.health.condition;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What the calling thread takes of the cores. */
final class ThreadCpu {
    private ThreadCpu() {}

    /** How long it has had a core; always 0 where that is unknown. */
    static long usedNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
                ? threads.getCurrentThreadCpuTime()
                : 0;
    }
}
