package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.PlanHosts;
import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.element.Iso8583RateTimer;
import io.github.isostress.jmeter.element.Iso8583RateTimerSchema;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.element.Iso8583RequestSchema;
import io.github.isostress.support.FullBacklog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jmeter.testelement.TestElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The rate timer's closing line says what the results say, whatever became of the requests that were due. */
@ExtendWith(JMeterEnvironment.class)
class RateLineIT {
    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;
    private static final String PURCHASE = "0 0200\n3 000000\n11 ${__isoStan()}\n41 TERM0001";
    private static final String RULES = """
            mti 0800 : decline 51
            every 5 : no answer
            every 7 : close
            """;
    private static final Pattern LINE = Pattern.compile(
            "'pace': (\\d+) requests were due: (\\d+) sent, (\\d+) of them late"
                    + " by 1 ms or more, the latest by (\\d+) ms; (\\d+) could not be sent; 0 dropped; (\\d+) still waiting");

    @TempDir
    Path folder;

    private final PlanTree plan = new PlanTree();

    @Test
    void shouldAgreeWithTheResultsWhenRequestsFailInEveryWay() throws Exception {
        try (EmbeddedHost host = PlanHosts.playing(RULES);
                FullBacklog full = new FullBacklog()) {
            Iso8583RateTimer timer = named(new Iso8583RateTimer(), "pace");
            timer.set(Iso8583RateTimerSchema.INSTANCE.rate, "200");
            plan.plan().add(timer);
            group("good", 3, 25, connection(host.port()), PURCHASE);
            group("refused", 1, 3, connection(PlanHosts.goneFromItsPort()), PURCHASE);
            group("slow connect", 1, 2, connection(full.port()), PURCHASE);
            Iso8583Connection signingOn = connection(host.port());
            signingOn.set(CONNECTION.signOn, "0 0800\n11 ${__isoStan()}\n70 001");
            group("sign-on", 1, 3, signingOn, PURCHASE);
            Iso8583Connection pooled = connection(host.port());
            pooled.set(CONNECTION.keep, "pool of 1");
            pooled.set(CONNECTION.poolWait, "5");
            group("pool", 4, 10, pooled, PURCHASE);
            group("template", 1, 2, connection(host.port()), "0 0200\n11 ABCDEF");

            run();
        }
        assertThatTheyAgree();
    }

    private void group(String name, int threads, int loops, Iso8583Connection connection, String template) {
        PlanTree.Group group = plan.group(name, threads, loops);
        connection.setName(name);
        group.tree().add(connection);
        Iso8583Request request = named(new Iso8583Request(), name + " request");
        request.set(Iso8583RequestSchema.INSTANCE.template, template);
        request.set(Iso8583RequestSchema.INSTANCE.responseTimeout, "100");
        group.tree().add(request);
    }

    private static Iso8583Connection connection(int port) {
        Iso8583Connection connection = named(new Iso8583Connection(), "");
        connection.set(CONNECTION.port, String.valueOf(port));
        connection.set(CONNECTION.connectTimeout, "100");
        return connection;
    }

    private static <E extends TestElement> E named(E element, String name) {
        element.setName(name);
        element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
        element.setProperty(
                TestElement.GUI_CLASS,
                "io.github.isostress.jmeter.gui." + element.getClass().getSimpleName() + "Gui");
        return element;
    }

    private void run() throws Exception {
        Path file = folder.resolve("plan.jmx");
        plan.save(file);
        try (JMeterProcess.Started jmeter = new JMeterProcess(folder, file)
                .recordingLittle()
                .with("sample_variables", "iso_lag_us")
                .java(JMeterProcess.SHORT_LIVED.toArray(String[]::new))
                .start()) {
            jmeter.awaitEnd(100);
        }
    }

    private void assertThatTheyAgree() throws Exception {
        List<String[]> rows = Files.readAllLines(folder.resolve("results.jtl")).stream()
                .map(row -> row.replace("\"", "").split(",", -1))
                .toList();
        List<String> columns = Arrays.asList(rows.get(0));
        int lag = columns.indexOf("iso_lag_us");
        List<Long> lags = rows.stream()
                .skip(1)
                .filter(row -> !row[lag].isEmpty())
                .map(row -> Long.parseLong(row[lag]))
                .toList();
        List<String[]> unsent = rows.stream()
                .skip(1)
                .filter(row -> row[lag].isEmpty() && row[columns.indexOf("success")].equals("false"))
                .toList();
        Matcher line = LINE.matcher(Files.readString(folder.resolve("jmeter.log")));
        assertThat(line.find()).isTrue();

        assertThat(unsent)
                .extracting(row -> row[columns.indexOf("responseCode")])
                .contains("CONNECTION_REFUSED", "CONNECT_TIMEOUT", "SIGN_ON_REFUSED", "POOL_TIMEOUT", "TEMPLATE_ERROR");
        assertThat(number(line, 1)).as("due").isEqualTo(75 + 3 + 2 + 3 + 40 + 2 + number(line, 6));
        assertThat(number(line, 2)).as("sent").isEqualTo(lags.size());
        assertThat(number(line, 3))
                .as("late")
                .isEqualTo(lags.stream().filter(each -> each >= 1000).count());
        assertThat(number(line, 4))
                .as("the latest")
                .isEqualTo(lags.stream().mapToLong(Long::longValue).max().orElseThrow() / 1000);
        assertThat(number(line, 5)).as("could not be sent").isEqualTo(unsent.size());
    }

    private static long number(Matcher line, int group) {
        return Long.parseLong(line.group(group));
    }
}
