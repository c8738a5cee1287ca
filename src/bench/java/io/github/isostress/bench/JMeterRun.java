package io.github.isostress.bench;

import io.github.isostress.bench.process.Installation;
import io.github.isostress.jmeter.record.SampleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A headless JMeter as its users start it. */
final class JMeterRun {
    private static final int LONGEST_SECONDS = 120;

    private JMeterRun() {}

    /** Runs a plan for a second; how long after the process was started its first request was sent, in milliseconds. */
    static double firstRequestMillis(Path plan) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Installation.RESULTS.resolve("start"));
        Path jtl = folder.resolve("results.jtl");
        List<String> command = List.of(
                Installation.java(),
                "-Xms512m",
                "-Xmx512m",
                "-jar",
                Installation.HOME.resolve("bin/ApacheJMeter.jar").toString(),
                "-n",
                "-f",
                "-t",
                plan.toString(),
                "-l",
                jtl.toString(),
                "-j",
                folder.resolve("jmeter.log").toString(),
                "-Jtest_duration_secs=1",
                "-Jramp_up_secs=0",
                "-Jsummariser.name=",
                "-Jjmeterengine.nongui.maxport=4645");
        long start = System.currentTimeMillis();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.txt").toFile())
                .start();
        Thread end = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("JMeter did not end with " + plan + ", see " + folder);
            }
            return firstRequest(jtl) - start;
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    private static double firstRequest(Path jtl) throws IOException {
        List<String> lines = Files.readAllLines(jtl);
        List<String> columns = Arrays.asList(lines.get(0).split(","));
        int start = columns.indexOf("timeStamp");
        int label = columns.indexOf("label");
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(row -> SampleKind.ofLabel(row[label]).isEmpty())
                .mapToDouble(row -> Double.parseDouble(row[start]))
                .min()
                .orElseThrow(() -> new IllegalStateException("no request in " + jtl));
    }
}
