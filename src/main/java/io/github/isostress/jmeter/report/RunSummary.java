package io.github.isostress.jmeter.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.jmeter.save.CSVSaveService;

/** Prints what a finished run has done, read from its JTL (CSV with a header line). */
public final class RunSummary {
    private RunSummary() {}

    /**
     * Prints the figures, and ends with exit code 1 if no request succeeded.
     *
     * @param arguments the JTL file, and optionally the dashboard's index file to point to
     */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println("usage: RunSummary results.jtl [report/index.html]");
            System.exit(2);
            return;
        }
        RunFigures figures;
        try {
            figures = read(Path.of(arguments[0]));
        } catch (IOException | IllegalArgumentException e) {
            System.err.println(arguments[0] + " is no CSV JTL with a header line: " + e.getMessage());
            System.exit(2);
            return;
        }
        System.out.println();
        System.out.print(figures);
        for (int i = 1; i < arguments.length; i++) {
            System.out.println("  Report       " + Path.of(arguments[i]).toAbsolutePath());
        }
        System.out.println();
        if (figures.succeeded() == 0) {
            System.err.println("No request succeeded.");
            System.exit(1);
        }
    }

    static RunFigures read(Path jtl) throws IOException {
        RunFigures figures = new RunFigures();
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
