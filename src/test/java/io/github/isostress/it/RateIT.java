package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.it.JMeterProcess.Started;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583RateTimer;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestHosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.jmeter.control.LoopController;
import org.apache.jmeter.control.gui.LoopControlPanel;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rates that JMeter's own timers cannot hold, in a JMeter process. A busy machine makes requests late, but neither
 * fewer nor earlier.
 */
@ExtendWith(JMeterEnvironment.class)
class RateIT {
    private static final int THREADS = 10;
    private static final long LONGEST_SECONDS = 300;
    /** JMeter's time stamps are whole milliseconds of a clock that it sets now and then. */
    private static final double ROUNDED = 0.1;

    private static final Pattern LATEST = Pattern.compile("'(\\w+) rate': .*, the latest by ([\\d.]+) ms;");
    private static final String OUR_PANELS = "io.github.isostress.jmeter.gui.";
    private static final String PATIENCE_MILLIS = "60000";
    private static final String ECHO_TEST = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 301";

    @TempDir
    Path folder;

    private final PlanTree plan = new PlanTree();

    @Test
    void shouldSendEachRequestInItsTurnWhenGroupsHaveRatesOfTheirOwn() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            group("slow", host.port(), 60, "300");
            group("quick", host.port(), 300, "1500");
            Path file = folder.resolve("rates.jmx");
            plan.save(file);
            JMeterProcess jmeter = new JMeterProcess(folder, file).recordingLittle();

            try (Started started = jmeter.start()) {
                started.awaitEnd(LONGEST_SECONDS);
                LoadResults results = LoadResults.read(started.jtl());

                assertThat(results.failed()).as(results.toString()).isZero();
                String log = Files.readString(started.log());
                assertSent(results, "slow", 600, 300, log);
                assertSent(results, "quick", 3_000, 1_500, log);
                assertThat(log)
                        .containsPattern("'slow rate': \\d+ requests were due: 600 sent, .*; 0 dropped;")
                        .containsPattern("'quick rate': \\d+ requests were due: 3000 sent, .*; 0 dropped;")
                        .doesNotContain("another timer");
            }
        }
    }

    /** Each thread connects with a hello, and then takes its turns. */
    private void group(String name, int port, int loops, String rate) {
        PlanTree.Group group = plan.group(name, THREADS, 1);
        Iso8583Connection connection = named(new Iso8583Connection(), name + " host", OUR_PANELS);
        connection.set(Iso8583ConnectionSchema.INSTANCE.port, String.valueOf(port));
        group.tree().add(connection);
        group.tree().add(request("hello"));
        LoopController loop = new LoopController();
        loop.setLoops(loops);
        HashTree paced = group.tree().add(named(loop, name + " loop", LoopControlPanel.class.getName()));
        Iso8583RateTimer timer = named(new Iso8583RateTimer(), name + " rate", OUR_PANELS);
        timer.set(Iso8583RateTimerSchema.INSTANCE.rate, rate);
        paced.add(timer);
        paced.add(request(name));
    }

    private static Iso8583Request request(String name) {
        Iso8583Request request = named(new Iso8583Request(), name, OUR_PANELS);
        request.set(Iso8583RequestSchema.INSTANCE.template, ECHO_TEST);
        request.set(Iso8583RequestSchema.INSTANCE.responseTimeout, PATIENCE_MILLIS);
        return request;
    }

    private static <T extends TestElement> T named(T element, String name, String panel) {
        element.setName(name);
        element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
        element.setProperty(
                TestElement.GUI_CLASS,
                panel.equals(OUR_PANELS) ? panel + element.getClass().getSimpleName() + "Gui" : panel);
        return element;
    }

    /** The last request is due (requests - 1) / rate after the first, which is no later than the latest of all. */
    private static void assertSent(LoadResults results, String label, int requests, double rate, String log) {
        double latestMillis = LATEST.matcher(log)
                .results()
                .filter(line -> line.group(1).equals(label))
                .mapToDouble(line -> Double.parseDouble(line.group(2)))
                .sum();
        assertThat(results.count(label)).isEqualTo(requests);
        assertThat(results.seconds(label))
                .as(results.summary(label))
                .isGreaterThan((requests - 1) / rate - latestMillis / 1_000 - ROUNDED);
    }
}
