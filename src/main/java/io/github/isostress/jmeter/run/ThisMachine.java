package io.github.isostress.jmeter.run;

import com.sun.management.OperatingSystemMXBean;
import io.github.isostress.health.record.RecordedMachine;
import io.github.isostress.jmeter.agent.AgentIdentity;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.apache.jmeter.util.JMeterUtils;

/** What a record tells of the machine and the versions that made it. Stateless. */
final class ThisMachine {
    private static final long MEGABYTE = 1L << 20;

    private ThisMachine() {}

    static RecordedMachine recorded() {
        Runtime runtime = Runtime.getRuntime();
        return new RecordedMachine(
                name(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                runtime.availableProcessors(),
                memoryMegabytes(),
                runtime.maxMemory() / MEGABYTE,
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                JMeterUtils.getJMeterVersion(),
                Optional.ofNullable(ThisMachine.class.getPackage().getImplementationVersion())
                        .orElse("unknown"));
    }

    /** With its number where there are several, which may be processes of one computer. */
    private static String name() {
        String host = JMeterUtils.getLocalHostName();
        try {
            AgentIdentity machine = AgentIdentity.ofRun();
            String count = machine.isCountKnown() ? " of " + machine.count() : "";
            return machine.isOneOfSeveral() ? host + ", number " + machine.number() + count : host;
        } catch (IllegalArgumentException e) {
            // The run was refused for it, which the log has told.
            return host;
        }
    }

    private static long memoryMegabytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize() / MEGABYTE
                : -1;
    }
}
