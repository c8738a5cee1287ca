package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.rawConnection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.message.number.StanSequence;
import io.github.isostress.support.TestHosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Requests that JMeter's engine sends: which samples they make, and what is in them. */
@ExtendWith(JMeterEnvironment.class)
class Iso8583RequestTest {
    private static final String PAN = "9999990000000015";

    @TempDir
    Path folder;

    @Test
    void shouldReportOneConnectAThreadAndEveryRequestWhenThreadsLoop() throws Exception {
        SmallPlan plan = new SmallPlan(3, 4);
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(connection("switch", host));
            plan.group().add(request("echo", ECHO_TEST));

            List<SampleResult> samples = plan.run();

            assertThat(samples).hasSize(15).allMatch(SampleResult::isSuccessful);
            assertThat(samples).filteredOn(Elements::isConnect).hasSize(3).allSatisfy(connect -> {
                assertThat(connect.getSampleLabel()).isEqualTo("switch connect");
                assertThat(connect.getResponseCode()).isEqualTo("CONNECTED");
                assertThat(connect.getConnectTime()).isEqualTo(connect.getTime());
            });
            assertThat(samples)
                    .filteredOn(Elements::isConnect)
                    .extracting(SampleResult::getThreadName)
                    .containsExactlyInAnyOrder("workers 1-1", "workers 1-2", "workers 1-3");
            assertThat(samples)
                    .filteredOn(sample -> sample.getSampleLabel().equals("echo"))
                    .hasSize(12)
                    .allSatisfy(echo -> assertThat(echo.getResponseCode()).isEqualTo("00"));
            assertThat(host.record().connections()).isEqualTo(3);
            Elements.await(() -> host.record().requestsAnswered() == 12);
        }
    }

    @Test
    void shouldCountTheBytesOfTheWireWhenMessagesAreExchanged() throws Exception {
        SmallPlan plan = new SmallPlan(1, 1);
        try (EmbeddedHost host = TestHosts.echoing()) {
            plan.group().add(rawConnection("switch", host));
            plan.group().add(request("raw", "hex 30 38 30 30 01 02 03"));

            List<SampleResult> samples = plan.run();

            assertThat(samples).extracting(SampleResult::getSampleLabel).containsExactly("switch connect", "raw");
            SampleResult connect = samples.get(0);
            assertThat(connect.getBytesAsLong()).isZero();
            assertThat(connect.getSentBytes()).isZero();
            SampleResult raw = samples.get(1);
            assertThat(raw.isSuccessful()).isTrue();
            assertThat(raw.getSentBytes()).isEqualTo(9);
            assertThat(raw.getBytesAsLong()).isEqualTo(9);
            assertThat(raw.getBodySizeAsLong()).isEqualTo(7);
            assertThat(raw.getHeadersSize()).isEqualTo(2);
        }
    }

    @Test
    void shouldCountNothingReceivedWhenTheAnswerDoesNotComeInTime() throws Exception {
        SmallPlan plan = new SmallPlan(1, 2);
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(connection("switch", host));
            plan.group().add(request("not a request", "0 0810\n11 000001\n", 200));

            List<SampleResult> samples = plan.run();

            // A connection on which an answer may still come is closed.
            assertThat(samples)
                    .extracting(SampleResult::getSampleLabel)
                    .containsExactly("switch connect", "not a request", "switch connect", "not a request");
            SampleResult timeout = samples.get(1);
            assertThat(timeout.isSuccessful()).isFalse();
            assertThat(timeout.getResponseCode()).isEqualTo("RESPONSE_TIMEOUT");
            assertThat(timeout.getBytesAsLong()).isZero();
            assertThat(timeout.getSentBytes()).isPositive();
            assertThat(timeout.getTime()).isBetween(200L, 20_000L);
            assertThat(timeout.getLatency()).isEqualTo(timeout.getTime());
        }
    }

    @Test
    void shouldShowBothMessagesMaskedWhenTheyHoldACardNumber() throws Exception {
        SmallPlan plan = new SmallPlan(1, 1);
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(connection("switch", host));
            plan.group().add(request("purchase", "0 0200\n2 " + PAN + "\n3 000000\n4 000000001000\n11 000001\n"));

            SampleResult purchase = plan.run().get(1);

            assertThat(purchase.isSuccessful()).isTrue();
            assertThat(purchase.getDataType()).isEqualTo(SampleResult.TEXT);
            assertThat(purchase.getSamplerData()).contains("0200", "999999******0015", "000000001000");
            assertThat(purchase.getResponseDataAsString())
                    .contains("Response, ", "0210", "Request, ", "0200", "999999******0015")
                    .containsPattern("(?m)^0000\\s");
            assertThat(purchase.getSamplerData() + purchase.getResponseDataAsString())
                    .doesNotContain(PAN)
                    .doesNotContain(spacedHex(PAN))
                    .doesNotContain("000000 0015");
        }
    }

    private static String spacedHex(String digits) {
        return digits.replaceAll("(.)", "3$1 ").strip();
    }

    @Test
    void shouldEvaluateAFunctionOnceASampleWhenTheTemplateHasIt() throws Exception {
        SmallPlan plan = new SmallPlan(4, 25);
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(connection("switch", host));
            plan.group().add(request("echo", "0 0800\n11 ${__isoStan()}\n70 301\n"));

            StanSequence next = CurrentRun.context().stans().copy();

            List<String> numbers = plan.run().stream()
                    .filter(sample -> !Elements.isConnect(sample))
                    .map(Iso8583RequestTest::stan)
                    .toList();

            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.generate(next::next).limit(100).toList());
        }
    }

    private static String stan(SampleResult sample) {
        Matcher line = Pattern.compile("(?m)^DE 11 .* (\\d{6})$").matcher(sample.getSamplerData());
        assertThat(line.find()).as(sample.getSamplerData()).isTrue();
        return line.group(1);
    }

    @Test
    void shouldStopTheThreadWhenAFunctionOfTheTemplateSaysSo() throws Exception {
        Files.writeString(folder.resolve("stan1"), "000001\n");
        Files.writeString(folder.resolve("stan2"), "000002\n");
        SmallPlan plan = new SmallPlan(1, 10);
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(connection("switch", host));
            String sequence = "'" + folder.resolve("stan") + "'#";
            plan.group().add(request("echo", "0 0800\n11 ${__StringFromFile(" + sequence + ",,1,2)}\n70 301\n"));

            assertThat(plan.run())
                    .filteredOn(sample -> !Elements.isConnect(sample))
                    .extracting(Iso8583RequestTest::stan)
                    .containsExactly("000001", "000002");
            Elements.await(() -> host.record().open() == 0);
        }
    }

    @Test
    void shouldUseTheNearestConnectionWhenScopesAreNested() throws Exception {
        SmallPlan plan = new SmallPlan(2, 3);
        try (EmbeddedHost far = TestHosts.approving();
                EmbeddedHost near = TestHosts.approving()) {
            plan.plan().add(connection("far", far));
            plan.group().add(request("to far", ECHO_TEST));
            var controller = new GenericController();
            var below = plan.group().add(controller);
            below.add(connection("near", near));
            below.add(request("to near", ECHO_TEST));

            List<SampleResult> samples = plan.run();

            assertThat(samples).hasSize(16).allMatch(SampleResult::isSuccessful);
            assertThat(far.record().connections()).isEqualTo(2);
            Elements.await(() -> far.record().requestsAnswered() == 6);
            assertThat(near.record().connections()).isEqualTo(2);
            Elements.await(() -> near.record().requestsAnswered() == 6);
            Elements.await(() -> far.record().open() == 0 && near.record().open() == 0);
        }
    }
}
