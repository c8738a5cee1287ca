package io.github.isostress.bench;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.TestRun;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.element.Iso8583RequestSchema;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestHosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.io.FileUtils;
import org.apache.jmeter.samplers.SampleResult;

/**
 * How long after JMeter's Stop the last of 50 samples ends that wait for an answer, over plain TCP and TLS: 20 stops of
 * each, in whole milliseconds, while the host shares the cores.
 */
public final class StopBench {
    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;
    private static final int THREADS = 50;
    private static final int STOPS = 20;
    private static final String RULES = "always : no answer";
    private static final String ECHO_TEST = "0 0800\n7 0101000000\n11 000001\n70 301";

    private StopBench() {}

    /** Stops and prints the times. */
    public static void main(String[] arguments) throws Exception {
        new JMeterEnvironment().beforeAll(null);
        Path folder = Files.createTempDirectory("stop");
        try {
            TestCertificates certificates = new TestCertificates(folder);
            print("plain TCP", TestHosts.ruled("binary2", "iso87ascii", RULES), connection -> {});
            var tls = TestHosts.withRules(TestHosts.tlsSettings("iso87ascii", certificates, false), RULES);
            print("TLS", EmbeddedHost.start(tls), connection -> {
                connection.set(CONNECTION.useTls, true);
                connection.set(CONNECTION.trustStore, certificates.ca().toString());
            });
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    /** What a kind of connection needs. */
    private interface Setup {
        void of(Iso8583Connection connection);
    }

    private static void print(String kind, EmbeddedHost host, Setup setup) throws Exception {
        long[] times = new long[STOPS];
        try (host) {
            for (int i = -1; i < STOPS; i++) {
                long time = stop(host, setup);
                times[Math.max(i, 0)] = time;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                "%s: the last of %d samples ends %d ms after Stop (median of %d), %d ms at most%n",
                kind, THREADS, times[STOPS / 2], STOPS, times[STOPS - 1]);
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
        TestRun.end();
        return last - start;
    }
}
