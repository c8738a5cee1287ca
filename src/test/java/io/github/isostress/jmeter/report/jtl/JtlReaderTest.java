package io.github.isostress.jmeter.report.jtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.health.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of JTLs as JMeter writes them under all its settings, and of such as a full disk leaves. */
class JtlReaderTest {
    private static final String PLAIN = "timeStamp,elapsed,label,responseCode,responseMessage,success\n";

    @TempDir
    private Path folder;

    private final List<JtlSample> samples = new ArrayList<>();

    private JtlReading read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private JtlReading read(byte[] bytes) throws IOException {
        return JtlReader.read(Files.write(folder.resolve("results.jtl"), bytes), samples::add);
    }

    @Test
    void shouldReadEveryColumnWhenJMeterHasWrittenItsOwnAndOurs() throws IOException {
        JtlReading reading = read(String.join(
                "\n",
                "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,"
                        + "sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect,Hostname,\"iso_rtt_us\","
                        + "\"iso_connect_us\",\"iso_tls_us\",\"iso_lag_us\",\"iso_queue_us\",\"iso_issuer_us\","
                        + "\"iso_between_us\",\"iso_kind\",\"iso_connection\",\"iso_mti\",\"iso_processing_code\"",
                "1700000000000,3,purchase,51,\"no, sorry\",10.1.2.3:1099-Users 1-1,text,false,,90,85,1,1,null,3,0,0,"
                        + "agent-a,3141,null,,250,,,,request,switch,0200,000000",
                "1700000000001,9,switch connect,CONNECTED,ok,Users 1-1,text,true,,0,0,1,1,null,9,0,9,agent-a,,9001,"
                        + "7000,,,,,connect,switch,,",
                ""));

        assertThat(reading).isEqualTo(new JtlReading(2, 0, 0, "", 0, 0));
        assertThat(reading.remark()).isEmpty();
        JtlSample purchase = samples.get(0);
        assertThat(purchase.message()).isEqualTo("no, sorry");
        assertThat(purchase.result()).isEqualTo(Result.DECLINED);
        assertThat(purchase.durationMicros()).isEqualTo(3141);
        assertThat(purchase.lagMicros()).hasValue(250);
        assertThat(purchase.sentBytes()).hasValue(85);
        assertThat(purchase.times().connectMicros()).isEmpty();
        assertThat(purchase.kind()).contains("request");
        assertThat(purchase.tags()).isEqualTo(new JtlTags("10.1.2.3:1099", "switch", "0200", "000000"));
        JtlSample connect = samples.get(1);
        assertThat(connect.times().connectMicros()).hasValue(9001);
        assertThat(connect.times().tlsMicros()).hasValue(7000);
        assertThat(connect.tags().agent()).isEqualTo("agent-a");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|", " ", "~"})
    void shouldFindTheDelimiterWhenTheHeaderShowsIt(String delimiter) throws IOException {
        read(String.join(delimiter, "label", "\"iso_lag_us\"", "success", "elapsed", "timeStamp", "responseCode")
                + delimiter + "responseMessage\n"
                + String.join(delimiter, "purchase", "7", "true", "3", "1000", "00", "\"a" + delimiter + "b\"")
                + "\n");

        assertThat(samples).singleElement().satisfies(sample -> {
            assertThat(sample.label()).isEqualTo("purchase");
            assertThat(sample.startMillis()).isEqualTo(1000);
            assertThat(sample.message()).isEqualTo("a" + delimiter + "b");
            assertThat(sample.lagMicros()).isEqualTo(OptionalLong.of(7));
        });
    }

    @Test
    void shouldKnowNothingOfOurColumnsWhenTheyAreOfAnotherSampler() throws IOException {
        read("\uFEFF" + PLAIN + "1000,3,home page,500,oops,false\n1000,3,a purchase,05,no,false\n");

        assertThat(samples).extracting(JtlSample::result).containsExactly(Result.FAILED, Result.DECLINED);
        assertThat(samples.get(0).durationMicros()).isEqualTo(3000);
        assertThat(samples.get(0).tags()).isEqualTo(JtlTags.NONE);
        assertThat(samples.get(0).kind()).isEmpty();
    }

    @Test
    void shouldLeaveOutAndCountWhatIsNoWholeRowWhenADiskWasFull() throws IOException {
        JtlReading reading = read(PLAIN
                + "1000,3,purchase,00,Approved,true\n"
                + "1001,3,pur1002,3,purchase,00,Approved,true\n"
                + "1003,3,purchase,00,Approved,true,more\n"
                + "soon,3,purchase,00,Approved,true\n"
                + "1004,3,purchase,00,\"two\nlines\",true\n"
                + "1005,3,purchase,00,Appr");

        assertThat(samples).extracting(JtlSample::startMillis).containsExactly(1000L, 1004L);
        assertThat(samples.get(1).message()).isEqualTo("two\nlines");
        assertThat(reading.remark())
                .contains("4 rows of the JTL were left out: cut short, or with other columns than the header;"
                        + " the first is row 2.");
    }

    @Test
    void shouldSayFromWhereOnWhenAQuoteIsNeverClosed() throws IOException {
        StringBuilder text = new StringBuilder(PLAIN).append("1000,3,purchase,00,Approved,true\n1000,3,\"pur");
        for (int i = 0; i < 700_000; i++) {
            text.append("1000,3,purchase,00,Approved\n");
        }

        assertThat(read(text.toString()).remark())
                .hasValueSatisfying(remark -> assertThat(remark).contains("the JTL cannot be read beyond row 1"));
        assertThat(samples).hasSize(1);
    }

    @Test
    void shouldFindTheRequestsOfATransactionWhenOtherRowsLieBetween() throws IOException {
        String sum = "\"Number of samples in transaction : 2, number of failing samples : 1\"";
        JtlReading reading = read(String.join(
                "\n",
                "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,IdleTime,iso_rtt_us,"
                        + "iso_kind,iso_connection",
                "1000,4,switch connect,CONNECTED,ok,a 1-1,text,true,0,,connect,switch",
                "1010,9,shift,200," + sum + ",a 1-1,,false,500,2500,request,switch",
                "1011,1,purchase,00,Approved,a 1-2,text,true,0,1100,request,switch",
                "1012,3,log-on,00,Approved,a 1-1,text,true,0,2500,request,switch",
                "1013,0,switch late,LATE_RESPONSE,late,a 1-1,text,false,0,,late,switch",
                "1500,2,switch sign-on,SIGN_ON_REFUSED,no,a 1-1,text,false,0,2500,request,switch",
                "1521,1,purchase,00,Approved,a 1-1,text,true,0,1200,request,switch",
                ""));

        assertThat(samples)
                .extracting(sample -> sample.label() + " " + sample.kind().orElseThrow() + " "
                        + sample.roundTripMicros().orElse(-1))
                .containsExactly(
                        "switch connect connect -1",
                        "purchase request 1100",
                        "log-on request -1",
                        "switch late late -1",
                        "switch sign-on sign-on -1",
                        "purchase request 1200");
        assertThat(reading.samples()).isEqualTo(7);
        assertThat(reading.inParents()).isEqualTo(2);
        assertThat(reading.parentsAlone()).isZero();
    }

    @Test
    void shouldCountSamplesOfOtherSamplersWhenTheySayNothingOfThemselves() throws IOException {
        read(
                "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success\n"
                        + "1000,3,a script,200,,a 1-1,,true\n1003,3,a script,200,,a 1-1,,true\n1006,3,a script,200,,a 1-1,,true\n");

        assertThat(samples).extracting(JtlSample::startMillis).containsExactly(1000L, 1003L, 1006L);
    }

    @Test
    void shouldReadOnWhenBytesAreNoUtf8() throws IOException {
        read((PLAIN + "1000,3,caf\u00e9,00,Approved,true\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(samples).extracting(JtlSample::label).containsExactly("caf\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<?xml version=\"1.0\"?>\n", "1000,3,purchase,00,Approved,true\n"})
    void shouldSayWhatIsMissingWhenThereIsNoHeaderLine(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("the JTL (is empty|is XML, of which no figures are made|has no column timeStamp)");
    }
}
