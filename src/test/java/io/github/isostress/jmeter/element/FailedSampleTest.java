package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that cannot work: each attempt is one failed sample that says why, and the run goes on. */
@ExtendWith(JMeterEnvironment.class)
class FailedSampleTest {
    private static final int LOOPS = 3;

    private final SmallPlan plan = new SmallPlan(1, LOOPS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "blank", textBlock = """
                    port              | blank     | 'switch': host '127.0.0.1' has no port, and none is set
                    port              | abc       | 'switch': host '127.0.0.1': port 'abc' is no whole number
                    port              | 0         | port 0 is outside 1 to 65535
                    port              | ${no}     | 'switch': port: a variable or function in ${no} has no value
                    connectTimeout    | 0         | timeout
                    framing           | nonsense  | nonsense
                    packager          | nonsense  | nonsense
                    useTls            | maybe     | 'switch': useTls: 'maybe' is neither true nor false
                    """)
    void shouldSayWhatIsWrongWhenTheConnectionCannotBeUsed(String name, String value, String rule) throws Exception {
        Iso8583Connection connection = connection("switch", "5000");
        connection.setProperty("Iso8583Connection." + name, value == null ? "" : value);
        plan.group().add(connection);
        plan.group().add(request("echo", ECHO_TEST));

        assertEachFails(plan.run(), "echo", Failure.CONFIG_ERROR, rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    responseTimeout | 0    | 'echo': response timeout 0 is outside 1 to 3600000 ms
                    responseTimeout | soon | 'echo': responseTimeout: 'soon' is no whole number
                    successCodes    | ""   | 'echo': the success codes are empty; write * for any answer
                    matchElements   | ""   | 'echo': the match elements are empty; write none for the MTI alone
                    matchElements   | x    | 'echo': 'x' is no data element
                    matchElements   | ${__P(no,)}     | 'echo': the match elements are empty; write none for the MTI alone; ${__P(no,)} has given nothing
                    responseTimeout | ${__P(no,soon)} | 'echo': responseTimeout: 'soon' is no whole number; ${__P(no,soon)} has given this value
                    responseTimeout | ${__P(no,0)}    | 'echo': response timeout 0 is outside 1 to 3600000 ms; ${__P(no,0)} has given this value
                    """)
    void shouldSayWhatIsWrongWhenTheRequestCannotBeUsed(String name, String value, String rule) throws Exception {
        Iso8583Request request = request("echo", ECHO_TEST);
        request.setProperty("Iso8583Request." + name, value);
        plan.group().add(connection("switch", "5000"));
        plan.group().add(request);

        assertEachFails(plan.run(), "echo", Failure.CONFIG_ERROR, rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0 0800\n999 1",
                "0 0800\n11 1234567",
                "0 0800\n11 ${__isoPan(999999,16)}",
                "0 0800\n2 ${__isoPan(x)}",
                "0 0800\n2 ${__isoPan(x,16)}",
                "hex 080"
            })
    void shouldSayWhatIsWrongWhenTheTemplateCannotBeFilled(String template) throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(connection("switch", host));
            plan.group().add(request("echo", template));

            assertEachFails(plan.run(), "echo", Failure.TEMPLATE_ERROR, "");
            assertThat(host.record().connections()).isZero();
        }
    }

    @Test
    void shouldSaySoWhenNoConnectionIsInScope() throws Exception {
        plan.group().add(request("echo", ECHO_TEST));

        assertEachFails(
                plan.run(), "echo", Failure.CONFIG_ERROR, "there is no ISO 8583 Connection in the scope of 'echo'");
    }

    @Test
    void shouldSaySoWhenTheHostRefusesTheConnection() throws Exception {
        plan.group().add(connection("switch", String.valueOf(TestHosts.portWithoutHost())));
        plan.group().add(request("echo", ECHO_TEST));

        assertEachFails(plan.run(), "switch connect", Failure.CONNECTION_REFUSED, "Connection refused");
    }

    @Test
    void shouldSaySoInEverySampleWhenTheHostElementCannotStart() throws Exception {
        try (EmbeddedHost busy = TestHosts.approving()) {
            Iso8583Host host = new Iso8583Host();
            host.setName("embedded");
            host.set(Iso8583HostSchema.INSTANCE.port, String.valueOf(busy.port()));
            plan.plan().add(host);
            plan.group().add(connection("switch", busy));
            plan.group().add(request("echo", ECHO_TEST));

            assertEachFails(
                    plan.run(), "echo", Failure.CONFIG_ERROR, "'embedded' did not start: the host cannot listen on");
        }
    }

    private static void assertEachFails(List<SampleResult> samples, String label, Failure failure, String rule) {
        assertThat(samples).hasSize(LOOPS).allSatisfy(sample -> {
            assertThat(sample.isSuccessful()).isFalse();
            assertThat(sample.getSampleLabel()).isEqualTo(label);
            assertThat(sample.getResponseCode()).isEqualTo(failure.name());
            assertThat(sample.getResponseMessage()).isEqualTo(failure.sentence());
            assertThat(sample.getResponseDataAsString())
                    .startsWith(failure.name() + ": " + failure.sentence() + ".\n")
                    .contains(rule);
            assertThat(sample.getBytesAsLong()).isZero();
            assertThat(sample.getSentBytes()).isZero();
        });
    }
}
