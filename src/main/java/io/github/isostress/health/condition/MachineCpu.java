package io.github.isostress.health.condition;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the cores did since this was asked last. Where a container limits them, its limit counts as the machine: what it
 * has used of it, and as steal what it was held up. Used by one thread.
 */
final class MachineCpu implements AutoCloseable {
    private static final double NANOS_IN_A_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Optional<ProcFile> statistics = ProcFile.at("/proc/stat");
    private final Optional<ContainerLimit> container = ContainerLimit.here();
    private final RunQueue runQueue = new RunQueue();
    private Moment before = now();

    private record Moment(
            long nanos, long processNanos, Optional<CpuTimes> machine, Optional<ContainerLimit.Usage> container) {}

    /**
     * The shares of a second, as {@link WatchedSecond} has them.
     *
     * @param process of the cores that this JVM may use, 0 to 1
     * @param machine of all cores, 0 to 1
     * @param runQueue threads for each core
     * @param steal of all time, 0 to 1
     */
    record Shares(double process, double machine, double runQueue, double steal) {}

    private Moment now() {
        return new Moment(
                System.nanoTime(),
                system.getProcessCpuTime(),
                statistics.flatMap(ProcFile::text).map(CpuTimes::ofStat),
                container.flatMap(ContainerLimit::usage));
    }

    /** Looks at the run queue once more. */
    void look() {
        runQueue.look();
    }

    Shares take() {
        Moment now = now();
        double seconds = (now.nanos - before.nanos) / NANOS_IN_A_SECOND;
        Shares shares = new Shares(
                atMostAll(process(now, seconds)),
                atMostAll(higher(machine(now), used(now, seconds))),
                runQueue.takeMean() / now.machine.map(CpuTimes::cores).orElse(1),
                atMostAll(higher(stolen(now), heldUp(now, seconds))));
        before = now;
        return shares;
    }

    private double process(Moment now, double seconds) {
        return (now.processNanos - before.processNanos) / NANOS_IN_A_SECOND / seconds / cores();
    }

    private double machine(Moment now) {
        return now.machine.isPresent() && before.machine.isPresent()
                ? now.machine.get().busySince(before.machine.get())
                : system.getCpuLoad();
    }

    private double stolen(Moment now) {
        return now.machine.isPresent() && before.machine.isPresent()
                ? now.machine.get().stolenSince(before.machine.get())
                : Double.NaN;
    }

    private double used(Moment now, double seconds) {
        return now.container.isPresent() && before.container.isPresent()
                ? (now.container.get().usedSeconds() - before.container.get().usedSeconds()) / seconds / cores()
                : Double.NaN;
    }

    private double heldUp(Moment now, double seconds) {
        return now.container.isPresent() && before.container.isPresent()
                ? (now.container.get().heldUpSeconds() - before.container.get().heldUpSeconds()) / seconds / cores()
                : Double.NaN;
    }

    private double cores() {
        return container.map(ContainerLimit::cores).orElse((double)
                Runtime.getRuntime().availableProcessors());
    }

    /** Ticks of the kernel are coarse: a share may come out beyond its bounds; below 0 is what the JDK calls unknown. */
    private static double atMostAll(double share) {
        return share < 0 ? Double.NaN : Math.min(share, 1);
    }

    private static double higher(double one, double other) {
        return Double.isNaN(one) || one < other ? other : one;
    }

    @Override
    public void close() {
        statistics.ifPresent(ProcFile::close);
        container.ifPresent(ContainerLimit::close);
        runQueue.close();
    }
}
