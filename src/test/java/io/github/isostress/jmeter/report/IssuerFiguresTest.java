package io.github.isostress.jmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.health.gate.Gates;
import io.github.isostress.jmeter.report.jtl.FailureReasons;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a summary tells of the issuer's side. */
class IssuerFiguresTest {
    @TempDir
    private Path folder;

    @Test
    void shouldTellTheIssuersSideApartWhenTheJtlHasReplies() throws Exception {
        String columns = "timeStamp,elapsed,label,responseCode,responseMessage,success,\"iso_rtt_us\",\"iso_queue_us\","
                + "\"iso_issuer_us\",\"iso_between_us\",\"iso_kind\"";
        Path jtl = Files.writeString(
                folder.resolve("results.jtl"),
                String.join(
                        "\n",
                        columns,
                        "1000,3,purchase,00,Approved,true,3000,,900,2100,request",
                        "1000,1,approve,00,Approved,true,,50,900,,reply",
                        "1001,0,approve,TEMPLATE_ERROR,no,false,,70,,,reply",
                        ""));

        assertThat(FinishedRun.read(jtl, Optional.empty(), new FailureReasons(), Gates.NONE)
                        .figures()
                        .toString())
                .contains("Requests     1 sent, 1 succeeded, 0 declined, 0 failed")
                .contains("Replies      1 answered, 1 failed")
                .contains("Queued       p50 0.050 ms")
                .contains("At issuer    p50 0.900 ms")
                .contains("Between      p50 2.10");
    }
}
