package io.github.isostress.jmeter.report;

import io.github.isostress.jmeter.MissingJar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jmeter.save.CSVSaveService;

/** Prints the figures of a finished run from its JTL (CSV with a header line). */
public final class RunSummary {
    private RunSummary() {}

    /**
     * Prints the figures, and ends with exit code 1 if no request succeeded.
     *
     * @param arguments the JTL; logs that say why samples failed, with names that end in {@code .log}, by default the
     *     jmeter.log beside the JTL; the dashboard's index file, to print its path
     */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println("usage: RunSummary results.jtl [jmeter.log ...] [report/index.html]");
            System.exit(2);
            return;
        }
        List<String> others = List.of(arguments).subList(1, arguments.length);
        JtlFigures figures;
        try {
            figures = figures(Path.of(arguments[0]), others);
        } catch (IOException | IllegalArgumentException e) {
            System.err.println(arguments[0] + " is no CSV JTL with a header line: " + e.getMessage());
            System.exit(2);
            return;
        } catch (LinkageError e) {
            System.err.println("The figures cannot be made: " + MissingJar.sentence(e));
            System.exit(2);
            return;
        }
        print(figures, others);
        if (figures.succeeded() == 0) {
            System.err.println("No request succeeded, and none was answered.");
            System.exit(1);
        }
    }

    private static JtlFigures figures(Path jtl, List<String> others) throws IOException {
        List<Path> logs =
                others.stream().filter(RunSummary::isLog).map(Path::of).toList();
        return read(jtl, reasons(logs.isEmpty() ? List.of(jtl.resolveSibling("jmeter.log")) : logs));
    }

    private static void print(JtlFigures figures, List<String> others) {
        System.out.println();
        System.out.print(figures);
        others.stream()
                .filter(other -> !isLog(other))
                .forEach(report ->
                        System.out.println("  Report       " + Path.of(report).toAbsolutePath()));
        System.out.println();
    }

    private static boolean isLog(String argument) {
        return argument.endsWith(".log");
    }

    /** The reasons in these logs. A log that cannot be read is reported and left out. */
    static FailureReasons reasons(List<Path> logs) {
        FailureReasons reasons = new FailureReasons();
        for (Path log : logs) {
            try {
                if (Files.exists(log)) {
                    reasons.read(log);
                }
            } catch (IOException | UncheckedIOException e) {
                System.err.println(log + " cannot be read: " + e.getMessage());
            }
        }
        return reasons;
    }

    static JtlFigures read(Path jtl, FailureReasons reasons) throws IOException {
        JtlFigures figures = new JtlFigures(reasons);
        try (BufferedReader reader = Files.newBufferedReader(jtl, StandardCharsets.UTF_8)) {
            String[] columns = CSVSaveService.csvReadFile(reader, ',');
            String[] values = CSVSaveService.csvReadFile(reader, ',');
            while (values.length > 0) {
                figures.add(JtlSample.of(row(columns, values)));
                values = CSVSaveService.csvReadFile(reader, ',');
            }
        }
        return figures;
    }

    private static Map<String, String> row(String[] columns, String[] values) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(columns.length, values.length); i++) {
            row.put(columns[i], values[i]);
        }
        return row;
    }
}
