package io.github.isostress.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** JMeter's log file, read from where it was left off. */
final class JMeterLog {
    /** Scenarios stop the tests they run, and a sample may be under way then. */
    private static final Pattern STOPPED = Pattern.compile("RunFailures: '[^']*' INTERRUPTED\\b");

    /** A machine that opens windows beside it may well be the limit of a run, and the run says so. */
    private static final Pattern VERDICT = Pattern.compile("TestRun: Verdict  (SUSPECT|INVALID): ");

    // Errors of anybody, warnings of ours; the loggers' names are abbreviated.
    private static final Pattern COMPLAINT = Pattern.compile("^\\S+ \\S+ (ERROR |WARN i\\.g\\.i\\.).*");

    private final Path file;
    private int read;

    JMeterLog(Path file) {
        this.file = file;
    }

    /** Leaves out what is there by now. */
    void skip() throws IOException {
        read = Files.readAllLines(file).size();
    }

    /** The errors, and our own warnings, since then. */
    List<String> complaints() throws IOException {
        return Files.readAllLines(file).stream()
                .skip(read)
                .filter(line -> COMPLAINT.matcher(line).matches())
                .filter(line -> !STOPPED.matcher(line).find())
                .filter(line -> !VERDICT.matcher(line).find())
                .toList();
    }
}
