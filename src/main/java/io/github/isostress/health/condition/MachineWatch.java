package io.github.isostress.health.condition;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What can be known of this machine and this JVM. What cannot, on this system or in this JVM, is unknown. Used by one
 * thread.
 */
final class MachineWatch implements AutoCloseable {
    private static final MachineCpu.Shares UNKNOWN_SHARES =
            new MachineCpu.Shares(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private static final long UNKNOWN = -1;

    private final Optional<MachineCpu> cpu = part(MachineCpu::new);
    private final Optional<EphemeralPorts> ports = part(EphemeralPorts::new);
    private final Optional<OpenFiles> files = part(OpenFiles::new);
    private final Optional<Garbage> garbage = part(Garbage::new);
    private final ClockSteps clock = new ClockSteps();
    private final Sparing portsTaken = new Sparing(() -> figure(ports, EphemeralPorts::taken, UNKNOWN));
    private final Sparing openFiles = new Sparing(() -> figure(files, OpenFiles::count, UNKNOWN));

    /**
     * The machine's part of a second, as {@link WatchedSecond} has it.
     *
     * @param gcMillis how long collectors of garbage held the threads up
     */
    record Seen(
            MachineCpu.Shares cpu,
            long openFiles,
            long mostFiles,
            long portsTaken,
            long portsInAll,
            long gcMillis,
            double heapAfterGc,
            long clockStepMicros) {}

    /** What a JVM without such beans, or with no more files to open, does not have. */
    private static <P> Optional<P> part(Supplier<P> maker) {
        try {
            return Optional.of(maker.get());
        } catch (RuntimeException | LinkageError | InternalError e) {
            return Optional.empty();
        }
    }

    /** What a part tells. Where a file has another form, a run goes on without the figure. */
    private static <P, F> F figure(Optional<P> part, Function<P, F> told, F unknown) {
        try {
            return part.map(told).orElse(unknown);
        } catch (RuntimeException | LinkageError | InternalError e) {
            return unknown;
        }
    }

    /** Looks at what changes within a second. */
    void look() {
        try {
            cpu.ifPresent(MachineCpu::look);
        } catch (RuntimeException e) {
            // A file of another form: what there is to see is unknown.
        }
    }

    /** What there is to see of the time since this was asked last. */
    Seen take() {
        return new Seen(
                figure(cpu, MachineCpu::take, UNKNOWN_SHARES),
                openFiles.get(),
                figure(files, OpenFiles::most, UNKNOWN),
                portsTaken.get(),
                figure(ports, EphemeralPorts::inAll, UNKNOWN),
                Math.max(0, figure(garbage, Garbage::takeMillis, UNKNOWN)),
                figure(garbage, Garbage::heapAfter, Double.NaN),
                clock.takeMicros());
    }

    @Override
    public void close() {
        cpu.ifPresent(MachineCpu::close);
        ports.ifPresent(EphemeralPorts::close);
    }
}
