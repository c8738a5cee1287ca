package io.github.isostress.health.condition;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Objects;

/** What the collectors of garbage did, and what they left. Used by one thread. */
final class Garbage {
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(collector -> holdsThreadsUp(collector.getName()))
            .toList();
    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private long collectedMillis = millis();

    /** Not those beans that count the work beside the threads of the JVM, as "ZGC Cycles" or "G1 Concurrent GC". */
    private static boolean holdsThreadsUp(String name) {
        return !name.contains("Cycles") && !name.contains("Concurrent");
    }

    private long millis() {
        return collectors.stream()
                .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
                .sum();
    }

    /** How long threads were held up since this was asked last, in milliseconds. */
    long takeMillis() {
        long before = collectedMillis;
        collectedMillis = millis();
        return collectedMillis - before;
    }

    /** How much of the heap was in use when each part of it was collected last: 0 to 1; NaN if none was as yet. */
    double heapAfter() {
        long most = Runtime.getRuntime().maxMemory();
        List<MemoryUsage> left = pools.stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .toList();
        long used = left.stream().mapToLong(MemoryUsage::getUsed).sum();
        return used == 0 ? Double.NaN : Math.min(1, (double) used / most);
    }
}
