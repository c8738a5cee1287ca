package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.labelled;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.openmodel.OpenModelThreadGroup;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Open Model Thread Group: every arrival is a new thread. */
@ExtendWith(JMeterEnvironment.class)
class OpenModelTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final String PURCHASE = "0 0200\n2 9999990000000013\n4 1000\n11 ${__isoStan()}\n41 TERM0001";

    @Test
    void shouldNeedFewConnectionsWhenArrivalsShareAPool() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("always : delay 20")) {
            List<SampleResult> samples = run(host, "pool of 4");

            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(labelled(samples, "purchase")).hasSizeBetween(40, 60).hasSize((int)
                    host.record().requestsReceived());
            assertThat(host.record().connections()).isBetween(1L, 4L);
            assertThat(labelled(samples, "switch connect"))
                    .hasSize((int) host.record().connections());
            Elements.await(() -> host.record().open() == 0);
        }
    }

    /** In the pause the last arrivals end: after the schedule JMeter interrupts what still runs. */
    private static List<SampleResult> run(EmbeddedHost host, String keep) throws Exception {
        SmallPlan plan = new SmallPlan(0, 1);
        OpenModelThreadGroup arrivals = new OpenModelThreadGroup();
        arrivals.setName("arrivals");
        arrivals.setScheduleString("rate(30/s) even_arrivals(2 s) pause(10 s)");
        HashTree tree = plan.plan().add(arrivals);
        Iso8583Connection connection = Elements.connection("switch", host);
        connection.set(SCHEMA.keep, keep);
        tree.add(connection);
        tree.add(Elements.request("purchase", PURCHASE));
        return plan.run();
    }

    @Test
    void shouldCloseEachThreadsConnectionWhenEachHasItsOwn() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            List<SampleResult> samples = run(host, "thread");

            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(host.record().connections()).isBetween(40L, 60L);
            Elements.await(() -> host.record().open() == 0);
        }
    }
}
