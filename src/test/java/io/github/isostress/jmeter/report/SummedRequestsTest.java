package io.github.isostress.jmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.report.jtl.JtlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which requests the percentiles of a summary are of. */
class SummedRequestsTest {
    private static final String HEADER =
            "timeStamp,elapsed,label,responseCode,responseMessage,success,iso_rtt_us,iso_kind\n";

    @TempDir
    private Path folder;

    private final SummedRequests requests = new SummedRequests();

    private void read(String... rows) throws Exception {
        Path jtl = Files.writeString(folder.resolve("results.jtl"), HEADER + String.join("\n", rows) + "\n");
        JtlReader.read(jtl, requests::add);
    }

    @Test
    void shouldBeOfAllRequestsWhenSomeAreInsideATransaction() throws Exception {
        String sum = "\"Number of samples in transaction : 2, number of failing samples : 0\"";
        read(
                "1000,80,shift,200," + sum + ",true,2000,request",
                "1000,40,log-on,00,Approved,true,2000,request",
                "1040,40,purchase,00,Approved,true,2000,request",
                "1081,1,purchase,00,Approved,true,1250,request");

        assertThat(requests.hasMicros()).isTrue();
        assertThat(requests.roundTrips().count()).isEqualTo(3);
        assertThat(requests.roundTrips().micros(50)).isBetween(40_000L, 40_100L);
    }

    @Test
    void shouldBeInMillisecondsWhenAllAreInsideTransactions() throws Exception {
        String sum = "\"Number of samples in transaction : 1, number of failing samples : 0\"";
        read("1000,40,shift,200," + sum + ",true,39800,request", "1000,40,purchase,00,Approved,true,39800,request");

        assertThat(requests.hasMicros()).isFalse();
        assertThat(requests.roundTrips().count()).isOne();
    }
}
