package io.github.isostress.jmeter.element;

import io.github.isostress.connect.Direction;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.Await;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.jmeter.sampler.TestAction;
import org.apache.jmeter.samplers.SampleResult;

/** Makes elements for small plans and finds their samples. */
public final class Elements {
    /** A request without any function. */
    public static final String ECHO_TEST = "0 0800\n7 0101000000\n11 000001\n70 301\n";

    private Elements() {}

    /** A connection to that host. */
    public static Iso8583Connection connection(String name, EmbeddedHost host) {
        return connection(name, String.valueOf(host.port()));
    }

    /** A connection to that port of this machine. */
    public static Iso8583Connection connection(String name, String port) {
        Iso8583Connection connection = new Iso8583Connection();
        connection.setName(name);
        connection.set(Iso8583ConnectionSchema.INSTANCE.port, port);
        return connection;
    }

    /** A connection for a host that connects to that port of this machine. */
    public static Iso8583Connection listening(String name, int port) {
        Iso8583Connection connection = connection(name, "");
        connection.set(Iso8583ConnectionSchema.INSTANCE.direction, Direction.HOST_CONNECTS.words());
        connection.set(Iso8583ConnectionSchema.INSTANCE.listenAddress, "127.0.0.1");
        connection.set(Iso8583ConnectionSchema.INSTANCE.listenPort, String.valueOf(port));
        connection.set(Iso8583ConnectionSchema.INSTANCE.reconnectPause, "none");
        return connection;
    }

    /** A connection for messages that no packager reads. */
    public static Iso8583Connection rawConnection(String name, EmbeddedHost host) {
        Iso8583Connection connection = connection(name, host);
        connection.set(Iso8583ConnectionSchema.INSTANCE.packager, "none");
        return connection;
    }

    /** A request with a response timeout. */
    public static Iso8583Request request(String name, String template, int timeoutMillis) {
        Iso8583Request request = request(name, template);
        request.set(Iso8583RequestSchema.INSTANCE.responseTimeout, String.valueOf(timeoutMillis));
        return request;
    }

    public static Iso8583Request request(String name, String template) {
        Iso8583Request request = new Iso8583Request();
        request.setName(name);
        request.set(Iso8583RequestSchema.INSTANCE.template, template);
        return request;
    }

    /** How many samples there are of each label. */
    public static Map<String, Long> labels(List<SampleResult> samples) {
        return samples.stream().collect(Collectors.groupingBy(SampleResult::getSampleLabel, Collectors.counting()));
    }

    /** How many samples there are of each response code. */
    public static Map<String, Long> codes(List<SampleResult> samples) {
        return samples.stream().collect(Collectors.groupingBy(SampleResult::getResponseCode, Collectors.counting()));
    }

    /** The samples of that label. */
    public static List<SampleResult> labelled(List<SampleResult> samples, String label) {
        return samples.stream()
                .filter(sample -> sample.getSampleLabel().equals(label))
                .toList();
    }

    /** From the start of the first sample to the end of the last one, rounded up: on a busy machine a plan takes longer. */
    public static int seconds(List<SampleResult> samples) {
        long start =
                samples.stream().mapToLong(SampleResult::getStartTime).min().orElseThrow();
        long end = samples.stream().mapToLong(SampleResult::getEndTime).max().orElseThrow();
        return (int) (end - start) / 1_000 + 1;
    }

    /** Whether a sample is a connect. */
    static boolean isConnect(SampleResult sample) {
        return sample.getSampleLabel().endsWith(" connect");
    }

    /** A pause of a thread, which is no sample; JMeter's Stop ends it. */
    public static TestAction pause(long millis) {
        TestAction pause = new TestAction();
        pause.setName("pause");
        pause.setAction(TestAction.PAUSE);
        pause.setTarget(TestAction.THREAD);
        pause.setDuration(String.valueOf(millis));
        return pause;
    }

    /** How many threads wait for a place on shared connections. */
    public static long waitingForAPlace() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Arrays.stream(stack)
                        .anyMatch(frame -> frame.getClassName().equals("io.github.isostress.link.PlaceWait")
                                && frame.getMethodName().equals("await")))
                .count();
    }

    /** Waits until another thread has made it true. */
    public static void await(BooleanSupplier condition) {
        Await.until("another thread makes it true", condition);
    }
}
