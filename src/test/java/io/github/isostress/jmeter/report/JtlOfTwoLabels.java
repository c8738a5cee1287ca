package io.github.isostress.jmeter.report;

import io.github.isostress.health.record.RecordedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Results of 1,000 purchases that took 0.01 to 10 ms and of 1,000 reversals that took 20 ms, each 1 ms late. Five
 * purchases were declined, and three had no answer.
 */
final class JtlOfTwoLabels {
    static final String COLUMNS =
            "timeStamp,elapsed,label,responseCode,responseMessage,success,\"iso_rtt_us\",\"iso_lag_us\",\"iso_kind\"\n";

    private static final int OF_EACH_LABEL = 1_000;

    private JtlOfTwoLabels() {}

    static Path writeIn(Path folder) throws IOException {
        String purchases = IntStream.range(0, OF_EACH_LABEL)
                .mapToObj(number -> row(number, "Purchase", code(number), (number + 1) * 10))
                .collect(Collectors.joining());
        String reversals = IntStream.range(0, OF_EACH_LABEL)
                .mapToObj(number -> row(number, "Reversal", "00", 20_000))
                .collect(Collectors.joining());
        return Files.writeString(folder.resolve("results.jtl"), COLUMNS + purchases + reversals);
    }

    private static String code(int number) {
        return number < 3 ? "RESPONSE_TIMEOUT" : number < 8 ? "51" : "00";
    }

    static String row(int number, String label, String code, int micros) {
        return String.join(
                        ",",
                        String.valueOf(RecordedRuns.BEGAN_MILLIS + 32 + number * 10L),
                        String.valueOf(micros / 1000),
                        label,
                        code,
                        "a message",
                        String.valueOf(code.equals("00")),
                        String.valueOf(micros),
                        "1000",
                        "request")
                + "\n";
    }
}
