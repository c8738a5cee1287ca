package io.github.isostress.bench;

import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.bench.process.Commands;
import io.github.isostress.jmeter.report.jtl.FailureReasons;
import io.github.isostress.jmeter.report.page.ReportPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process that makes the page of a JTL, with the heap that it was given. */
final class ReportChild {
    private static final double MILLIS_IN_A_SECOND = TimeUnit.SECONDS.toMillis(1);

    private ReportChild() {}

    /** Obeys {@code page jtl=... html=...}. */
    public static void main(String[] arguments) throws IOException {
        new Commands().on("page", ReportChild::page).obey();
    }

    private static CommandLine page(CommandLine told) throws IOException {
        long start = System.nanoTime();
        ReportPage.write(
                Path.of(told.text("jtl", "")),
                Optional.empty(),
                List.of(),
                new FailureReasons(),
                Path.of(told.text("html", "")));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return Commands.answer().with("seconds", millis / MILLIS_IN_A_SECOND);
    }
}
