package io.github.isostress.bench;

import io.github.isostress.bench.report.BenchReport;
import io.github.isostress.bench.report.Spread;
import io.github.isostress.bench.report.Table;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestHosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.apache.jmeter.samplers.SampleResult;

/**
 * How long after JMeter's Stop the last of 50 samples ends that wait for an answer, over plain TCP and TLS: 20 stops of
 * each, in whole milliseconds, while the host shares the cores.
 */
final class Stop implements Part {
    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;
    private static final int THREADS = 50;
    private static final int STOPS = 20;
    private static final String RULES = "always : no answer";
    private static final String ECHO_TEST = "0 0800\n7 0101000000\n11 000001\n70 301";

    @Override
    public boolean takesLong() {
        return true;
    }

    @Override
    public void run(BenchReport report) throws Exception {
        new JMeterEnvironment().beforeAll(null);
        Table table = new Table("until the last of " + THREADS + " samples ends", "ms");
        Path folder = Files.createTempDirectory("stop");
        try {
            TestCertificates certificates = new TestCertificates(folder);
            table.row("plain TCP", stops(TestHosts.ruled("binary2", "iso87ascii", RULES), connection -> {}));
            var tls = TestHosts.withRules(TestHosts.tlsSettings("iso87ascii", certificates, false), RULES);
            table.row("TLS", stops(EmbeddedHost.start(tls), connection -> {
                connection.set(CONNECTION.useTls, true);
                connection.set(CONNECTION.trustStore, certificates.ca().toString());
            }));
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
        report.section("Stop");
        report.text("Whole milliseconds from JMeter's Stop until the last sample that waits for an answer ends, "
                + STOPS + " stops of each, while the host shares the cores.");
        report.table(table);
    }

    /** What a kind of connection needs. */
    private interface Setup {
        void of(Iso8583Connection connection);
    }

    private static String stops(EmbeddedHost host, Setup setup) throws Exception {
        List<Double> times = new ArrayList<>();
        try (host) {
            stop(host, setup);
            for (int i = 0; i < STOPS; i++) {
                times.add((double) stop(host, setup));
            }
        }
        return Spread.of(times).words("%.0f");
    }

    private static long stop(EmbeddedHost host, Setup setup) throws Exception {
        SmallPlan plan = new SmallPlan(THREADS, 1);
        Iso8583Connection connection = new Iso8583Connection();
        connection.setName("link");
        connection.set(CONNECTION.port, String.valueOf(host.port()));
        setup.of(connection);
        plan.group().add(connection);
        Iso8583Request request = new Iso8583Request();
        request.setName("echo");
        request.set(Iso8583RequestSchema.INSTANCE.template, ECHO_TEST);
        request.set(Iso8583RequestSchema.INSTANCE.responseTimeout, "60000");
        plan.group().add(request);
        long before = host.record().requestsReceived();
        plan.start();
        Await.until("all wait", () -> host.record().requestsReceived() == before + THREADS);
        long start = System.currentTimeMillis();
        long last = plan.stop().stream()
                .filter(sample -> sample.getResponseCode().equals("INTERRUPTED"))
                .mapToLong(SampleResult::getEndTime)
                .max()
                .orElseThrow();
        CurrentRun.end();
        return last - start;
    }
}
