package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which host a connection goes to, from which address, and when that is decided. */
@ExtendWith(JMeterEnvironment.class)
class SeveralHostsTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;

    @Test
    void shouldShareThreadsOutWhenHostsAreTakenInTurn() throws Exception {
        try (EmbeddedHost one = TestHosts.approving();
                EmbeddedHost two = TestHosts.approving()) {
            run(4, "127.0.0.1:" + one.port() + ", 127.0.0.1:" + two.port(), "in turn");

            assertThat(one.record().connections()).isEqualTo(2);
            assertThat(two.record().connections()).isEqualTo(2);
        }
    }

    @Test
    void shouldTryTheNextWhenTheFirstDoesNotAnswer() throws Exception {
        try (EmbeddedHost there = TestHosts.approving()) {
            List<SampleResult> samples = run(
                    3,
                    "127.0.0.1:" + TestHosts.portWithoutHost() + ", 127.0.0.1:" + there.port(),
                    "first that answers");

            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(there.record().connections()).isEqualTo(3);
        }
    }

    @Test
    void shouldNameEveryHostWhenNoneAnswers() throws Exception {
        String one = "127.0.0.1:" + TestHosts.portWithoutHost();
        String two = "127.0.0.1:" + TestHosts.portWithoutHost();

        List<SampleResult> samples = run(1, one + ", " + two, "first that answers");

        assertThat(samples).singleElement().satisfies(sample -> {
            assertThat(sample.getResponseCode()).isEqualTo("CONNECTION_REFUSED");
            assertThat(sample.getResponseDataAsString()).contains(one, two);
        });
    }

    private static List<SampleResult> run(int threads, String hosts, String order) throws Exception {
        SmallPlan plan = new SmallPlan(threads, 1);
        Iso8583Connection connection = connection("switch", "");
        connection.set(SCHEMA.host, hosts);
        connection.set(SCHEMA.hostOrder, order);
        plan.group().add(connection);
        plan.group().add(request("echo", ECHO_TEST));
        return plan.run();
    }

    @Test
    void shouldConnectFromEachAddressInTurnWhenSeveralAreGiven() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(4, 1);
            Iso8583Connection connection = connection("switch", host);
            connection.set(SCHEMA.localAddresses, "127.0.0.2 127.0.0.3");
            plan.group().add(connection);
            plan.group().add(request("echo", ECHO_TEST));

            List<SampleResult> connects = labelled(plan.run(), "switch connect");

            assertThat(connects).hasSize(4).allMatch(SampleResult::isSuccessful);
            assertThat(connects)
                    .filteredOn(connect -> connect.getResponseDataAsString().contains("127.0.0.2:"))
                    .hasSize(2);
            assertThat(connects)
                    .filteredOn(connect -> connect.getResponseDataAsString().contains("127.0.0.3:"))
                    .hasSize(2);
        }
    }

    /** The counter gives 1, 2, ... at each reading, so the local address shows how often it was read. */
    @Test
    void shouldReadItsFieldsAgainWhenToldToForEachConnect() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            assertThat(localAddresses(host, "thread")).containsExactly("127.0.0.1", "127.0.0.1", "127.0.0.1");
            assertThat(localAddresses(host, "connect")).doesNotHaveDuplicates();
        }
    }

    private static List<String> localAddresses(EmbeddedHost host, String evaluate) throws Exception {
        SmallPlan plan = new SmallPlan(1, 3);
        Iso8583Connection connection = connection("switch", host);
        connection.set(SCHEMA.keep, "sample");
        connection.set(SCHEMA.evaluate, evaluate);
        connection.set(SCHEMA.localAddresses, "127.0.0.${__counter(TRUE,)}");
        plan.group().add(connection);
        plan.group().add(request("echo", ECHO_TEST));
        return labelled(plan.run(), "switch connect").stream()
                .map(connect ->
                        connect.getResponseDataAsString().replaceAll("(?s).*local address +/?([0-9.]+):.*", "$1"))
                .toList();
    }
}
