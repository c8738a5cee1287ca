package io.github.isostress.jmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.health.gate.Gates;
import io.github.isostress.jmeter.report.jtl.FailureReasons;
import io.github.isostress.jmeter.report.jtl.IssuerTimes;
import io.github.isostress.jmeter.report.jtl.JtlSample;
import io.github.isostress.jmeter.report.jtl.JtlTags;
import io.github.isostress.jmeter.report.jtl.JtlTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which samples of a JTL are requests, which belong to a connection, and the figures of both. */
class JtlFiguresTest {
    private static final String HEADER = "timeStamp,elapsed,label,responseCode,responseMessage,success,\"iso_kind\"";

    @TempDir
    private Path folder;

    private final JtlFigures figures = new JtlFigures(new FailureReasons());

    private void add(String label, String code, boolean successful) {
        figures.add(sample(1_000, label, code, successful, OptionalLong.empty(), JtlTimes.NONE));
    }

    private static JtlSample sample(
            long startMillis, String label, String code, boolean successful, OptionalLong sentBytes, JtlTimes times) {
        return new JtlSample(
                startMillis,
                2,
                label,
                code,
                "a message",
                successful,
                false,
                sentBytes,
                times,
                IssuerTimes.NONE,
                Optional.empty(),
                JtlTags.NONE);
    }

    private static JtlTimes times(OptionalLong roundTripMicros, OptionalLong lagMicros) {
        return new JtlTimes(roundTripMicros, lagMicros, OptionalLong.empty(), OptionalLong.empty());
    }

    private static JtlFigures read(Path jtl) throws IOException {
        return FinishedRun.read(jtl, Optional.empty(), new FailureReasons(), Gates.NONE)
                .figures();
    }

    @Test
    void shouldCountWhatAConnectionDoesByItselfWhenItHasItsName() {
        add("switch connect", "CONNECTED", true);
        add("switch connect", "RESUMED", true);
        add("switch connect", "CONNECTION_REFUSED", false);
        add("switch sign-on", "00", true);
        add("switch late", "LATE_RESPONSE", false);
        add("purchase", "00", true);
        add("purchase", "CLOSED_BY_HOST", false);

        assertThat(figures.toString())
                .contains("2 sent, 1 succeeded, 0 declined, 1 failed")
                .contains("2 opened (1 with a resumed TLS session), 1 not opened, 1 lost")
                .contains("1 x sign-on", "1 x late");
    }

    @Test
    void shouldCountARequestWhenItIsOnlyCalledLikeAConnectionsSample() {
        add("switch connect", "CONNECTED", true);
        add("balance echo", "00", true);
        add("balance connect", "00", true);

        assertThat(figures.toString()).contains("2 sent, 2 succeeded, 0 declined, 0 failed");
    }

    @Test
    void shouldTakeTheWordOfTheJtlWhenItTellsTheKindOfEachSample() throws Exception {
        Path jtl = Files.writeString(
                folder.resolve("results.jtl"),
                String.join(
                        "\n",
                        HEADER,
                        "1000,2,switch connect,CONNECTED,ok,true,connect",
                        "1001,2,switch connect,00,a request,true,request",
                        "1002,2,balance echo,00,Approved,true,request",
                        "1003,2,switch echo,00,Approved,true,echo",
                        "1004,2,a script,200,of another sampler,true,null",
                        ""));

        assertThat(read(jtl).toString()).contains("3 sent, 3 succeeded, 0 declined, 0 failed", "1 opened", "1 x echo");
    }

    @Test
    void shouldNotCountTheSumOfATransactionWhenItsRequestsAreCounted() throws Exception {
        String sum = "\"Number of samples in transaction : 2, number of failing samples : 1\"";
        Path both = Files.writeString(
                folder.resolve("both.jtl"),
                String.join(
                        "\n",
                        HEADER,
                        "1000,2,log-on,00,Approved,true,request",
                        "1001,2,purchase,RESPONSE_TIMEOUT,no answer,false,request",
                        "1000,4,shift,," + sum + ",false,request",
                        ""));
        Path sumAlone = Files.writeString(
                folder.resolve("sum-alone.jtl"),
                String.join("\n", HEADER, "1000,4,shift,," + sum + ",true,request", ""));

        assertThat(read(both).toString())
                .contains("2 sent, 1 succeeded, 0 declined, 1 failed")
                .doesNotContain("in transaction");
        assertThat(read(sumAlone).toString())
                .as("a sum is no request, also where JMeter has written nothing else")
                .contains("0 sent, 0 succeeded, 0 declined, 0 failed");
    }

    @Test
    void shouldTellMicrosecondsAndLagWhenTheJtlHasThem() throws Exception {
        String columns = "timeStamp,elapsed,label,responseCode,responseMessage,success,\"iso_rtt_us\",\"iso_lag_us\"";
        Path jtl = Files.writeString(
                folder.resolve("results.jtl"),
                String.join(
                        "\n",
                        columns,
                        "1000,2,switch connect,CONNECTED,ok,true,,",
                        "1002,1,purchase,00,Approved,true,1250,40",
                        "1003,1,purchase,00,Approved,true,1250,40",
                        ""));

        assertThat(read(jtl).toString())
                .contains("Round trip   p50 1.250 ms, p90 1.250 ms, p99 1.250 ms, max 1.250 ms\n")
                .contains("Sent late by p50 0.040 ms")
                .contains("Response     p50 1.290 ms")
                .doesNotContain("whole milliseconds");
    }

    @Test
    void shouldTellPercentilesToThreeDigitsWhenTimesAreManyAndLong() {
        for (int micros = 1; micros <= 1_000_000; micros += 100) {
            figures.add(sample(
                    1_000,
                    "purchase",
                    "00",
                    true,
                    OptionalLong.of(85),
                    times(OptionalLong.of(micros), OptionalLong.empty())));
        }

        // Exactly 499.901, 899.901, 989.901 and 999.901 ms.
        assertThat(figures.toString())
                .contains("Round trip   p50 499.967 ms, p90 900.095 ms, p99 990.207 ms, max 999.935 ms\n");
    }

    @Test
    void shouldTellWholeMillisecondsWhenTheJtlHasNoMore() {
        add("purchase", "00", true);

        assertThat(figures.toString())
                .contains("Round trip   p50 2 ms, p90 2 ms, p99 2 ms, max 2 ms (the JTL has whole milliseconds)");
    }

    @Test
    void shouldCountTheRateFromWhenTheFirstWasDueWhenItWasSentLate() {
        figures.add(sent(1_900, 900_000));
        figures.add(sent(2_000, 0));

        assertThat(figures.toString()).contains("1.0 requests a second over 1.0 s");
    }

    @Test
    void shouldNotCallARequestSentWhenNothingOfItWas() throws Exception {
        String columns = "timeStamp,elapsed,label,responseCode,responseMessage,success,sentBytes";
        Path jtl = Files.writeString(
                folder.resolve("results.jtl"),
                String.join(
                        "\n",
                        columns,
                        "1000,0,purchase,CONFIG_ERROR,a message,false,0",
                        "1000,0,purchase,TEMPLATE_ERROR,a message,false,0",
                        "1000,0,purchase,SEND_FAILED,a message,false,85",
                        "1000,2,purchase,00,Approved,true,85",
                        "1000,2,a script,500,failed,false,0",
                        ""));

        assertThat(read(jtl).toString())
                .contains("3 sent, 1 succeeded, 0 declined, 2 failed; 2 could not be sent")
                .contains("1 x CONFIG_ERROR");
    }

    @Test
    void shouldTellNoTimesWhenNothingWasSent() {
        figures.add(sample(1, "a", "CONFIG_ERROR", false, OptionalLong.of(0), JtlTimes.NONE));

        assertThat(figures.toString())
                .contains("0 sent, 0 succeeded, 0 declined, 0 failed; 1 could not be sent")
                .doesNotContain("Rate", "Round trip");
    }

    @Test
    void shouldSayWhyUnderTheFailedOnesWhenALogTells() throws Exception {
        Path log = Files.write(
                folder.resolve("jmeter.log"),
                List.of(
                        logged(
                                "'switch connect' CONNECTION_REFUSED: a message. Connect to a:1: refused (the first one; all are counted)"),
                        logged(
                                "'other connect' CONNECTION_REFUSED: a message. Connect to b:1: refused (the first one; all are counted)"),
                        logged("'other connect' CONNECTION_REFUSED came 3 times"),
                        logged("'purchase' CONFIG_ERROR: a message. of another run (the first one; all are counted)"),
                        "no line of ours"));
        Files.write(log, new byte[] {(byte) 0xC3, 10}, StandardOpenOption.APPEND);
        JtlFigures explained = new JtlFigures(
                new RunSummary(System.out, System.err).reasons(List.of(log, folder.resolve("missing.log"))));

        explained.add(sample(1, "switch connect", "CONNECTION_REFUSED", false, OptionalLong.empty(), JtlTimes.NONE));

        assertThat(explained.toString())
                .contains("1 x CONNECTION_REFUSED  a message\n"
                        + "                   'switch connect': Connect to a:1: refused\n"
                        + "                   'other connect': Connect to b:1: refused\n")
                .doesNotContain("another run");
    }

    private static String logged(String line) {
        return "2026-11-28 14:29:08,592 WARN i.g.i.j.RunFailures: " + line;
    }

    private static JtlSample sent(long startMillis, long lagMicros) {
        return sample(
                startMillis,
                "purchase",
                "00",
                true,
                OptionalLong.of(85),
                times(OptionalLong.of(2_000), OptionalLong.of(lagMicros)));
    }
}
