package io.github.isostress.jmeter.shared;

import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.listening;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Elements;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.CallingRelay;
import io.github.isostress.support.Disorder;
import io.github.isostress.support.DisorderlyHost;
import io.github.isostress.support.Ports;
import io.github.isostress.support.Purchases;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients of ours are given the same share of the requests, however fast each answers. */
@ExtendWith(JMeterEnvironment.class)
class AcceptedBalanceTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final int CLIENTS = 50;
    private static final int THREADS = 100;
    private static final int LOOPS = 100;
    private static final long SHARE = THREADS * LOOPS / CLIENTS;

    @ParameterizedTest
    @ValueSource(strings = {"fewest under way", "in turn"})
    void shouldGiveNoClientMoreOrLessThanItsShareWhenMany(String choice) throws Exception {
        int port = Ports.free();
        try (DisorderlyHost host = new DisorderlyHost(new Disorder(0, 0));
                CallingRelay relay = new CallingRelay(CLIENTS, host.port(), port)) {
            SmallPlan plan = plan(port, "shared " + CLIENTS, choice, LOOPS);
            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "purchase")).hasSize(THREADS * LOOPS).allMatch(SampleResult::isSuccessful);
            assertThat(labelled(samples, "switch accept")).hasSizeGreaterThanOrEqualTo(CLIENTS);
            assertThat(host.requestsByConnection().stream().filter(requests -> requests > 0))
                    .hasSize(CLIENTS)
                    .allSatisfy(requests -> assertThat(requests).isBetween(SHARE - SHARE / 100, SHARE + SHARE / 100));
            assertThat(relay.calls()).isGreaterThanOrEqualTo(CLIENTS);
        }
    }

    private static SmallPlan plan(int port, String keep, String choice, int loops) {
        SmallPlan plan = new SmallPlan(THREADS, loops);
        Iso8583Connection connection = listening("switch", port);
        connection.set(SCHEMA.keep, keep);
        connection.set(SCHEMA.sharedChoice, choice);
        plan.group().add(connection);
        plan.group().add(request("purchase", Purchases.TEMPLATE, 30_000));
        return plan;
    }

    /** Not all until it has caught up. */
    @ParameterizedTest
    @ValueSource(strings = {"fewest under way", "in turn"})
    void shouldGiveAClientItsShareFromThenOnWhenItJoinsLate(String choice) throws Exception {
        int port = Ports.free();
        try (DisorderlyHost host = new DisorderlyHost(new Disorder(0, 0));
                CallingRelay first = new CallingRelay(1, host.port(), port)) {
            SmallPlan plan = plan(port, "shared 1", choice, -1);
            plan.pauseBeforeSamples(10);
            plan.start();
            Elements.await(() -> host.requests() > THREADS * LOOPS / 3);
            try (CallingRelay second = new CallingRelay(1, host.port(), port)) {
                // It has joined when the first request goes to it.
                Elements.await(() ->
                        host.connections() == 2 && host.requestsByConnection().get(1) > 0);
                List<Long> before = host.requestsByConnection();
                Elements.await(() -> host.requests() > before.get(0) + before.get(1) + THREADS * LOOPS);
                plan.shutDown();

                List<Long> after = host.requestsByConnection();
                long ofSecond = after.get(1) - before.get(1);
                long share = (after.get(0) - before.get(0) + ofSecond) / 2;
                assertThat(ofSecond).isBetween(share * 8 / 10, share * 12 / 10);
                assertThat(first.calls() + second.calls()).isGreaterThanOrEqualTo(2);
            }
        }
    }
}
