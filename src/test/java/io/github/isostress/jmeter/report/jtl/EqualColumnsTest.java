package io.github.isostress.jmeter.report.jtl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that have equal times by chance, where times tell which rows are parts of a transaction. */
class EqualColumnsTest {
    private static final String HEADER = "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,"
            + "success,IdleTime,iso_rtt_us,iso_lag_us,iso_kind\n";
    private static final int TRANSACTIONS = 50;

    @TempDir
    private Path folder;

    private final StringBuilder rows = new StringBuilder(HEADER);
    private final List<JtlSample> samples = new ArrayList<>();
    private long now = 1_700_000_000_000L;

    private void request(String label, long roundTripMicros) {
        rows.append(++now + ",1," + label + ",00,Approved,users 1-1,text,true,0," + roundTripMicros + ",7,request\n");
    }

    private void sum(int parts, long startMillis, long roundTripMicros) {
        rows.append(startMillis + ",4,transaction,,\"Number of samples in transaction : " + parts
                + ", number of failing samples : 0\",users 1-1,text,true,0," + roundTripMicros + ",7,request\n");
    }

    private JtlReading read() throws IOException {
        return JtlReader.read(Files.writeString(folder.resolve("results.jtl"), rows), samples::add);
    }

    /** Of each ten round trips in a row two are equal. */
    private static long roundTrip(int number) {
        return 100 + (number % 10 == 9 ? number - 1 : number);
    }

    @Test
    void shouldKeepTheTimesOfARequestBehindATransactionThatStandsBehindItsRequests() throws IOException {
        for (int i = 0; i < TRANSACTIONS; i++) {
            long start = now + 1;
            request("inside", roundTrip(2 * i));
            sum(1, start, roundTrip(2 * i));
            request("outside", roundTrip(2 * i + 1));
        }

        assertThat(read().remark()).isEmpty();
        assertThat(samples)
                .hasSize(2 * TRANSACTIONS)
                .allMatch(sample -> sample.roundTripMicros().isPresent());
    }

    @Test
    void shouldCountEachTransactionThatLacksItsRequestsWhenOneStandsBehindItByChance() throws IOException {
        for (int i = 0; i < TRANSACTIONS; i++) {
            sum(1, now + 1, roundTrip(2 * i));
            request("outside", roundTrip(2 * i + 1));
        }

        assertThat(read()).isEqualTo(new JtlReading(2 * TRANSACTIONS, 0, 0, "", 0, TRANSACTIONS));
        assertThat(samples).hasSize(TRANSACTIONS);
    }

    @Test
    void shouldLeaveOutTheTimesOfTheLastRequestWhenTheOneBeforeTheTransactionHasThemByChance() throws IOException {
        for (int i = 0; i < TRANSACTIONS; i++) {
            request("outside", roundTrip(2 * i));
            sum(2, now + 1, roundTrip(2 * i + 1));
            request("first", roundTrip(2 * i + 1));
            request("second", roundTrip(2 * i + 1));
        }

        assertThat(read()).isEqualTo(new JtlReading(4 * TRANSACTIONS, 0, 0, "", 2 * TRANSACTIONS, 0));
        assertThat(samples)
                .filteredOn(sample -> sample.roundTripMicros().isPresent())
                .hasSize(TRANSACTIONS)
                .allMatch(sample -> sample.label().equals("outside"));
    }
}
