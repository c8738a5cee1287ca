package io.github.isostress.health.condition;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/** The files and sockets that this JVM has open. */
final class OpenFiles {
    private final OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();

    /** How many; as many as there may be where counting fails because none can be opened; -1 if unknown. */
    long count() {
        if (!(system instanceof UnixOperatingSystemMXBean unix)) {
            return -1;
        }
        try {
            long count = unix.getOpenFileDescriptorCount();
            return count < 0 ? unix.getMaxFileDescriptorCount() : count;
        } catch (InternalError e) {
            // The folder in which they are counted has to be opened itself.
            return unix.getMaxFileDescriptorCount();
        }
    }

    /** How many there may be; -1 if unknown. */
    long most() {
        return system instanceof UnixOperatingSystemMXBean unix ? unix.getMaxFileDescriptorCount() : -1;
    }
}
