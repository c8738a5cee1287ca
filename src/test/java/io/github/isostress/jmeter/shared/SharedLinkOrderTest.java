package io.github.isostress.jmeter.shared;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.rawConnection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.AwaitingTimer;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers without keys, which are told apart by their order alone. */
@ExtendWith(JMeterEnvironment.class)
class SharedLinkOrderTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final Iso8583RequestSchema REQUEST = Iso8583RequestSchema.INSTANCE;
    private static final String PURCHASE = "0 0200\n3 000000\n4 1000\n11 ${__isoStan()}\n41 TERM0001";

    private static final String ECHO = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 301";

    /** The host sends each message back, so that it shows whose answer it is. */
    @Test
    void shouldGiveEachItsAnswerWhenRawMessagesAreAnsweredInOrder() throws Exception {
        try (EmbeddedHost host = TestHosts.echoing()) {
            SmallPlan plan = new SmallPlan(50, 20);
            Iso8583Connection connection = rawConnection("switch", host);
            connection.set(SCHEMA.keep, "shared 1");
            plan.group().add(connection);
            Iso8583Request raw = request("raw", "hex AB${__Random(100000,999999)}${__Random(100000,999999)}", 30_000);
            inOrder(raw);
            raw.set(REQUEST.responseDetail, "full");
            plan.group().add(raw);
            List<SampleResult> samples = labelled(plan.run(), "raw");

            assertThat(samples)
                    .hasSize(1_000)
                    .allMatch(SampleResult::isSuccessful)
                    .allSatisfy(sample ->
                            assertThat(hex(sample.getResponseDataAsString())).isEqualTo(hex(sample.getSamplerData())));
        }
    }

    private static String hex(String text) {
        int start = text.indexOf("AB");
        return text.substring(start, start + 20);
    }

    @Test
    void shouldGiveEachItsAnswerWhenMessagesAreAnsweredInOrder() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(50, 20);
            Iso8583Connection connection = connection("switch", host);
            connection.set(SCHEMA.keep, "shared 2");
            plan.group().add(connection);
            Iso8583Request purchase = request("purchase", PURCHASE, 30_000);
            inOrder(purchase);
            purchase.set(REQUEST.returnedElements, "11");
            plan.group().add(purchase);

            assertThat(labelled(plan.run(), "purchase")).hasSize(1_000).allMatch(SampleResult::isSuccessful);
        }
    }

    /** The MTI tells that the second, which comes when the first has, is answered before it. */
    @Test
    void shouldRefuseWithOneSentenceWhenAnswersComeOutOfOrder() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("mti 0200 : no answer")) {
            SmallPlan plan = new SmallPlan(1, 1);
            Iso8583Connection connection = connection("switch", host);
            connection.set(SCHEMA.keep, "shared 1");
            plan.plan().add(connection);
            plan.group().add(inOrder(request("purchase", PURCHASE, 30_000)));
            plan.otherGroup("network", 1)
                    .add(inOrder(request("echo", ECHO, 30_000)))
                    .add(new AwaitingTimer(() -> host.record().requestsReceived() == 1));
            List<SampleResult> samples = plan.run();

            assertThat(samples)
                    .filteredOn(sample -> !sample.isSuccessful())
                    .hasSize(2)
                    .allSatisfy(sample -> {
                        assertThat(sample.getResponseCode()).isEqualTo(Failure.ORDER_LOST.name());
                        assertThat(sample.getResponseDataAsString())
                                .contains("a host that answers in any order needs match elements");
                    });
        }
    }

    private static Iso8583Request inOrder(Iso8583Request request) {
        request.set(REQUEST.matchElements, "in order");
        return request;
    }
}
