package io.github.isostress.bench;

import io.github.isostress.bench.process.Installation;
import io.github.isostress.bench.report.BenchReport;
import io.github.isostress.bench.report.Machine;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures the plugin beside a bare socket and JMeter's own, and writes {@code target/bench/report.md}. */
public final class Bench {
    private static final Path REPORT = Installation.RESULTS.resolve("report.md");

    private Bench() {}

    /** Runs the parts that the system properties name. */
    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.read();
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("throughput", new Throughput(settings));
        parts.put("shared", new SharedSockets(settings));
        parts.put("accuracy", new Accuracy(settings));
        parts.put("host-times", new HostTimes(settings));
        parts.put("deadline", new Deadline());
        parts.put("rates", new Rates(settings));
        parts.put("start", new StartUp(settings));
        parts.put("jmh", new Microbenchmarks(settings));
        parts.put("profile", new Profile(settings));
        parts.put("report", new ReportReading(settings));
        parts.put("stop", new Stop());
        BenchReport report = new BenchReport(Machine.words());
        boolean complete = true;
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            if (settings.wants(part.getKey(), part.getValue().takesLong())) {
                complete &= run(part.getKey(), part.getValue(), report);
                report.write(REPORT);
            }
        }
        System.out.println(report);
        System.out.println("This is in " + REPORT);
        System.exit(complete ? 0 : 1);
    }

    /** Whether it could be measured; what could not is told, and does not take what was with it. */
    private static boolean run(String name, Part part, BenchReport report) {
        try {
            System.out.println("measuring: " + name);
            part.run(report);
            return true;
        } catch (Exception e) {
            e.printStackTrace();
            report.section("Not measured: " + name);
            report.text(String.valueOf(e.getMessage()));
            return false;
        }
    }
}
