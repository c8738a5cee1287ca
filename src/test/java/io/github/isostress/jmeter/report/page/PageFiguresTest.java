package io.github.isostress.jmeter.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.isostress.health.verdict.WatchedRun;
import io.github.isostress.jmeter.report.jtl.FailureReasons;
import io.github.isostress.jmeter.report.jtl.JtlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures that a page is given: what is a request, a decline, a failure, and in which second. */
class PageFiguresTest {
    private static final String COLUMNS =
            "timeStamp,elapsed,label,responseCode,responseMessage,threadName,success,failureMessage,sentBytes,"
                    + "iso_rtt_us,iso_connect_us,iso_tls_us,iso_lag_us,iso_queue_us,iso_issuer_us,iso_kind,"
                    + "iso_connection,iso_mti,iso_processing_code";

    @TempDir
    private Path folder;

    private JsonNode page(String... rows) throws Exception {
        Path jtl = Files.writeString(folder.resolve("results.jtl"), COLUMNS + '\n' + String.join("\n", rows) + '\n');
        PageFigures figures = new PageFigures();
        JtlReader.read(jtl, figures::add);
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        figures.tell(page, new FailureReasons(), Optional.empty());
        return page;
    }

    @Test
    void shouldTellDeclinesApartFromFailuresWhenBothCame() throws Exception {
        JsonNode page = page(
                "1000,1,buy,00,Approved,t,true,,85,1000,,,0,,,request,host,0200,000000",
                "2000,1,buy,51,Declined,t,false,,85,2000,,,0,,,request,host,0200,000000",
                "2100,9,buy,RESPONSE_TIMEOUT,No response came in time,t,false,,85,9000,,,0,,,request,host,0200,310000",
                "2200,1,buy,00,Approved,t,false,expected DE 54,85,1000,,,0,,,request,host,0200,000000",
                "2300,0,buy,TEMPLATE_ERROR,no,t,false,,0,,,,,,,request,host,,",
                "2400,9,all,,\"Number of samples in transaction : 5, number of failing samples : 4\",t,false,,85,1,,,0,,,"
                        + "request,host,0200,000000");

        JsonNode requests = page.path("requests");
        assertThat(requests.path("count").asInt()).isEqualTo(4);
        assertThat(requests.path("succeeded").asInt()).isEqualTo(1);
        assertThat(requests.path("declined").asInt()).isEqualTo(1);
        assertThat(requests.path("failed").asInt()).isEqualTo(2);
        assertThat(requests.path("unsent").asInt()).isEqualTo(1);
        assertThat(page.path("codes"))
                .extracting(code -> code.path("code").asText()
                        + ' '
                        + code.path("declined")
                        + ' '
                        + code.path("message").asText()
                        + ' '
                        + code.path("counts"))
                .containsExactlyInAnyOrder(
                        "51 true Not sufficient funds [0,1]",
                        "RESPONSE_TIMEOUT false No response came in time [0,1]",
                        "00 false An assertion has failed [0,1]",
                        "TEMPLATE_ERROR false no [0,1]");
        assertThat(page.path("groups").path("processingCodes"))
                .extracting(group -> group.path("name").asText() + " " + group.path("count"))
                .containsExactly("000000 3", "310000 1");
    }

    @Test
    void shouldCountFromWhenRequestsWereDueWhenTheHostHeldThemUp() throws Exception {
        JsonNode page = page(
                "10000,1,buy,00,Approved,t,true,,85,1000,,,0,,,request,host,0200,000000",
                "12500,1,buy,00,Approved,t,true,,85,1000,,,1500000,,,request,host,0200,000000");

        assertThat(page.path("time").path("due").toString()).isEqualTo("[1.0,1.0,0.0]");
        assertThat(page.path("roundTrip").path("percentiles").get(5).asLong()).isEqualTo(1_000);
        assertThat(page.path("response").path("percentiles").get(5).asLong()).isBetween(1_501_000L, 1_502_000L);
        assertThat(page.path("lag").path("count").asLong()).isEqualTo(2);
    }

    @Test
    void shouldShowTheGeneratorFromTheFirstSampleOnWhenItBeganBefore() {
        ObjectNode generator = JsonNodeFactory.instance.objectNode();

        new GeneratorColumns(new WatchedRun().seconds(), -2.25).tell(generator);

        assertThat(generator.path("at")).hasSize(WatchedRun.SECONDS - 2);
        assertThat(generator.path("at").get(0).asDouble()).isZero();
        assertThat(generator.path("at").get(1).asDouble()).isEqualTo(0.75);
    }

    @Test
    void shouldHaveNoRateWhenNoRequestWasSent() throws Exception {
        JsonNode page = page("1000,3,host connect,CONNECTION_REFUSED,no,t,false,,0,,3000,,,,,connect,host,,");

        assertThat(page.path("requests").path("rate").asDouble()).isZero();
        assertThat(page.path("requests").path("seconds").asDouble()).isZero();
    }

    @Test
    void shouldTellThatNothingWasSentWhenTheHostWasSilentUntilTheEnd() throws Exception {
        JsonNode page = page(
                "10000,1,buy,00,Approved,t,true,,85,1000,,,0,,,request,host,0200,000000",
                "10500,1,buy,00,Approved,t,true,,85,1000,,,0,,,request,host,0200,000000",
                "11000,3500,buy,RESPONSE_TIMEOUT,No,t,false,,85,3500000,,,0,,,request,host,0200,000000");

        assertThat(page.path("time").path("sent").toString()).isEqualTo("[2.0,1.0,0.0,0.0,null]");
        assertThat(page.path("time").path("underWay").toString()).isEqualTo("[0.0,1.0,1.0,1.0,1.0]");
    }

    @Test
    void shouldTellConnectionsApartFromRequestsWhenTheyWereOpenedAndLost() throws Exception {
        JsonNode page = page(
                "1000,9,host connect,CONNECTED,ok,t,true,,0,,9000,7000,,,,connect,host,,",
                "1000,3,host connect,RESUMED,ok,t,true,,0,,3000,1000,,,,connect,host,,",
                "1000,3,host connect,CONNECTION_REFUSED,no,t,false,,0,,3000,,,,,connect,host,,",
                "1010,3,host sign-on,00,Approved,t,true,,60,3000,,,,,,sign-on,host,0800,",
                "1020,3,buy,CLOSED_BY_HOST,closed,t,false,,85,3000,,,,,,request,host,0200,000000",
                "1030,3,approve,00,Approved,t,true,,85,,,,,50,900,reply,acquirer,0200,000000");

        JsonNode host = page.path("connections").get(0);
        assertThat(host.path("opened").asInt()).isEqualTo(2);
        assertThat(host.path("resumed").asInt()).isEqualTo(1);
        assertThat(host.path("notOpened").asInt()).isEqualTo(1);
        assertThat(host.path("lost").asInt()).isEqualTo(1);
        assertThat(host.path("beforeTls").path("percentiles").get(5).asInt()).isEqualTo(2_000);
        assertThat(host.path("tls").path("percentiles").get(5).asInt()).isBetween(7_000, 7_003);
        assertThat(page.path("doings").get(0).path("name").asText()).isEqualTo("host sign-on");
        assertThat(page.path("replies").path("answered").asInt()).isEqualTo(1);
        assertThat(page.path("requests").path("count").asInt()).isEqualTo(1);
    }
}
