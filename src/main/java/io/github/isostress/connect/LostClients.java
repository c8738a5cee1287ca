package io.github.isostress.connect;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureReport;
import java.util.ArrayList;
import java.util.List;

/** The clients of a listener that could not be taken, until somebody tells of them. Thread-safe. */
final class LostClients {
    /** A port scan, or what watches the port from afar, may come a million times while nobody asks. */
    private static final int MOST = 1_000;

    private final List<LostClient> untold = new ArrayList<>();
    private long further;

    /** Notes a client by its address and port. */
    synchronized void add(String client, FailureReport failure, long startNanos) {
        if (untold.size() == MOST) {
            further++;
            return;
        }
        untold.add(new LostClient(failure.with(client + ": " + failure.particulars()), startNanos, System.nanoTime()));
    }

    /** Those that nobody has told of yet; they count as told from now on. */
    synchronized List<LostClient> tell() {
        List<LostClient> told = new ArrayList<>(untold);
        if (further > 0) {
            LostClient last = told.get(told.size() - 1);
            FailureReport report = last.failure();
            told.set(
                    told.size() - 1,
                    new LostClient(
                            report.with(report.particulars() + "; " + further + " more were lost after it"),
                            last.startNanos(),
                            last.endNanos()));
        }
        untold.clear();
        further = 0;
        return told;
    }

    /** The failure of a client that went before anybody took it. */
    static FailureReport left() {
        return new FailureReport(Failure.CLIENT_LEFT, "it had connected and closed the connection again");
    }
}
