package io.github.isostress.jmeter.command;

import io.github.isostress.jmeter.record.JtlColumns;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.apache.jmeter.JMeter;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.reporters.ResultCollector;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.services.FileServer;
import org.apache.jmeter.util.JMeterUtils;
import org.apache.jorphan.collections.HashTree;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * A plan run by JMeter's engine in this JVM, as {@code jmeter -n} does, but for what that prints. In this JVM a secret
 * needs neither a command line nor a file, and the run can be stopped and asked for its figures. One in a JVM.
 */
final class EngineRun {
    private static final String SAMPLE_VARIABLES = "sample_variables";
    private static final String RESULTS = "jmeter.save.saveservice.";

    private final StandardJMeterEngine engine = new StandardJMeterEngine();
    private final Thread thread = new Thread(this::run, "ISO 8583 run");
    private volatile Throwable failure;

    /** Loads the properties of a JMeter: its own, and those that its user has added. */
    static void loadProperties(Path home) throws IOException {
        System.setProperty(JMeter.JMETER_NON_GUI, "true");
        JMeterUtils.setJMeterHome(home.toString());
        JMeterUtils.loadJMeterProperties(
                home.resolve("bin").resolve("jmeter.properties").toString());
        load("user.properties", JMeterUtils.getJMeterProperties());
        load("system.properties", System.getProperties());
        JMeterUtils.initLocale();
        // A summary reads CSV, by these columns.
        JMeterUtils.setProperty(RESULTS + "output_format", "csv");
        JMeterUtils.setProperty(RESULTS + "print_field_names", "true");
        Set<String> columns = new LinkedHashSet<>(JtlColumns.ALL);
        columns.addAll(List.of(JMeterUtils.getPropDefault(SAMPLE_VARIABLES, "").split("\\s*,\\s*")));
        columns.remove("");
        JMeterUtils.setProperty(SAMPLE_VARIABLES, String.join(",", columns));
    }

    private static void load(String property, Properties properties) throws IOException {
        File file = JMeterUtils.findFile(JMeterUtils.getPropDefault(property, ""));
        if (file.isFile()) {
            try (InputStream content = Files.newInputStream(file.toPath())) {
                properties.load(content);
            }
        }
    }

    /**
     * Prepares a run.
     *
     * @param log the file for what JMeter logs from now on
     * @throws IOException if the plan cannot be read
     */
    EngineRun(Path home, Path plan, Path results, Path log) throws IOException {
        System.setProperty("jmeter.logfile", log.toString());
        Configurator.reconfigure(home.resolve("bin").resolve("log4j2.xml").toUri());
        FileServer.getFileServer().setBaseForScript(plan.toFile());
        HashTree tree = SaveService.loadTree(plan.toFile());
        HashTree runnable = JMeter.convertSubTree(tree, true);
        ResultCollector collector = new ResultCollector();
        collector.setFilename(results.toString());
        runnable.add(runnable.getArray()[0], collector);
        engine.configure(runnable);
    }

    private void run() {
        try {
            engine.run();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    void start() {
        thread.start();
    }

    /** Waits for the end, no longer than that; whether it has come. */
    boolean hasEndedWithin(long millis) throws InterruptedException {
        thread.join(Math.max(1, millis));
        return !thread.isAlive();
    }

    /**
     * Stops the run; may be asked again.
     *
     * @param now whether requests under way are given up, too
     */
    void stop(boolean now) {
        engine.stopTest(now);
    }

    /**
     * Tells why there was no run, if there was none.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    void requireRun() {
        if (failure != null) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "the test could not be run: %s; jmeter.log has the details", failure.getMessage()));
        }
    }
}
