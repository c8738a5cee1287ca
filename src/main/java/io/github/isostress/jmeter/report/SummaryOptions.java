package io.github.isostress.jmeter.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the command line of the summary asks for. Immutable.
 *
 * @param jtl the results
 * @param logs that say why samples have failed
 * @param shown files whose paths are printed, such as that of a dashboard
 * @param gates a text of gates; may be empty
 * @param junit the file for the gates as JUnit XML
 * @param page the file for the report page
 * @param asJson whether the summary is printed as JSON
 */
record SummaryOptions(
        Path jtl,
        List<Path> logs,
        List<Path> shown,
        String gates,
        Optional<Path> junit,
        Optional<Path> page,
        boolean asJson) {
    /** How the command is used. */
    static final String USAGE = """
            Usage: java -jar jmeter-iso-stress.jar summary results.jtl [jmeter.log ...]
                   [dashboard/index.html] [OPTIONS]
            Prints the figures of a run from its JTL, verdict and gates from iso8583-run.json beside it,
            and why samples failed from the logs (jmeter.log beside it). The path of a dashboard is shown.
              --gates FILE|TEXT   limits that the run must hold, such as "p99 < 50 ms; failed < 0.1 %"
              --junit FILE        writes the gates as JUnit XML
              --page FILE         writes the report page
              --json              prints the summary as JSON
              --jmeter FOLDER     the JMeter to work with, if not the one in whose lib/ext this jar lies, or
                                  that of JMETER_HOME
              -h, --help          this text
            Exit code: 0 all gates held; 1 a gate failed, or no request succeeded; 2 something cannot be
            read or written.
            """;

    private static final String LOG = "jmeter.log";

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException with one clear sentence
     * @throws IOException if the file of gates cannot be read
     */
    static SummaryOptions parse(List<String> arguments) throws IOException {
        List<Path> files = new ArrayList<>();
        StringBuilder gates = new StringBuilder();
        Optional<Path> junit = Optional.empty();
        Optional<Path> page = Optional.empty();
        boolean asJson = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--json" -> asJson = true;
                case "--gates" -> gates.append(gatesIn(value(arguments, ++i))).append('\n');
                case "--junit" -> junit = Optional.of(Path.of(value(arguments, ++i)));
                case "--page" -> page = Optional.of(Path.of(value(arguments, ++i)));
                default -> files.add(file(argument));
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no JTL is named");
        }
        return of(files, gates.toString(), junit, page, asJson);
    }

    private static SummaryOptions of(
            List<Path> files, String gates, Optional<Path> junit, Optional<Path> page, boolean asJson) {
        Path jtl = files.get(0);
        if (Files.isDirectory(jtl)) {
            throw new IllegalArgumentException(jtl + " is a folder; name the JTL in it");
        }
        List<Path> others = files.subList(1, files.size());
        List<Path> logs = others.stream().filter(SummaryOptions::isLog).toList();
        return new SummaryOptions(
                jtl,
                logs.isEmpty() ? List.of(jtl.resolveSibling(LOG)) : logs,
                others.stream().filter(file -> !isLog(file)).toList(),
                gates,
                junit,
                page,
                asJson);
    }

    private static boolean isLog(Path file) {
        return file.toString().endsWith(".log");
    }

    private static Path file(String argument) {
        if (argument.startsWith("--")) {
            throw new IllegalArgumentException("there is no option " + argument);
        }
        return Path.of(argument);
    }

    private static String value(List<String> arguments, int at) {
        if (at >= arguments.size()) {
            throw new IllegalArgumentException("option " + arguments.get(at - 1) + " has no value");
        }
        return arguments.get(at);
    }

    /** A text of gates is rarely the name of a file, and never that of one that is there. */
    private static String gatesIn(String fileOrText) throws IOException {
        try {
            Path file = Path.of(fileOrText);
            return Files.isRegularFile(file) ? Files.readString(file) : fileOrText;
        } catch (InvalidPathException e) {
            return fileOrText;
        }
    }
}
