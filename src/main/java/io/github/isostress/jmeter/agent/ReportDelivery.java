package io.github.isostress.jmeter.agent;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Brings an agent's report to its controller, or gives up in time: the agent's run ends, whatever the controller does. */
public final class ReportDelivery {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final double MEGABYTE = 1 << 20;

    private ReportDelivery() {}

    /**
     * Hands a report in. Blocks for ten seconds at most.
     *
     * @return why the controller does not have it, one clear sentence; empty if it has it
     */
    public static Optional<String> deliver(byte[] report, ReportDesk desk) {
        if (report.length > ReportDesk.MOST_BYTES) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "it has %.0f MB, and a controller takes %.0f MB",
                    report.length / MEGABYTE,
                    ReportDesk.MOST_BYTES / MEGABYTE));
        }
        Callable<Void> delivery = () -> {
            desk.handIn(report);
            return null;
        };
        return outcome(ControllerCall.begin("report to the controller", delivery, LONGEST));
    }

    private static Optional<String> outcome(Future<Void> delivery) {
        try {
            delivery.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(ControllerCall.sentence(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the end of the run was interrupted");
        }
    }
}
