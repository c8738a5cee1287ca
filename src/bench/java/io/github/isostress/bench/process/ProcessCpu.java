package io.github.isostress.bench.process;

import java.lang.management.ManagementFactory;

/** What this process has cost the machine. */
public final class ProcessCpu {
    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);

    private ProcessCpu() {}

    /** The CPU time of all its threads, user's and system's, in nanoseconds. */
    public static long nanos() {
        return SYSTEM.getProcessCpuTime();
    }
}
