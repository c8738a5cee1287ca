package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The last line of the rate timer agrees with the results, whatever became of the requests that were due. */
@ExtendWith(JMeterEnvironment.class)
class RateLineIT {
    private static final Pattern LINE = Pattern.compile(
            "'pace': (\\d+) requests were due: (\\d+) sent, (\\d+) of them late"
                    + " by 1 ms or more, the latest by (\\d+) ms; (\\d+) could not be sent; 0 dropped; (\\d+) still waiting");

    @TempDir
    Path folder;

    @Test
    void shouldAgreeWithTheResultsWhenRequestsFailInEveryWay() throws Exception {
        try (FailingPlan plan = new FailingPlan()) {
            Path file = plan.save(folder);
            try (JMeterProcess.Started jmeter = new JMeterProcess(folder, file)
                    .recordingLittle()
                    .with("sample_variables", "iso_lag_us,iso_kind")
                    .java(JMeterProcess.SHORT_LIVED.toArray(String[]::new))
                    .start()) {
                jmeter.awaitEnd(300);
            }
        }
        assertThatTheyAgree();
    }

    private void assertThatTheyAgree() throws Exception {
        List<String[]> rows = Files.readAllLines(folder.resolve("results.jtl")).stream()
                .map(row -> row.replace("\"", "").split(",", -1))
                .toList();
        List<String> columns = Arrays.asList(rows.get(0));
        int lag = columns.indexOf("iso_lag_us");
        List<Long> lags = rows.stream()
                .skip(1)
                .filter(row -> !row[lag].isEmpty())
                .map(row -> Long.parseLong(row[lag]))
                .toList();
        List<String[]> unsent = rows.stream()
                .skip(1)
                .filter(row -> row[lag].isEmpty() && row[columns.indexOf("success")].equals("false"))
                .filter(row -> !row[columns.indexOf("iso_kind")].equals("late"))
                .toList();
        Matcher line = LINE.matcher(Files.readString(folder.resolve("jmeter.log")));
        assertThat(line.find()).isTrue();

        assertThat(unsent)
                .extracting(row -> row[columns.indexOf("responseCode")])
                .contains("CONNECTION_REFUSED", "CONNECT_TIMEOUT", "SIGN_ON_REFUSED", "POOL_TIMEOUT", "TEMPLATE_ERROR");
        assertThat(number(line, 1)).as("due").isEqualTo(FailingPlan.REQUESTS + number(line, 6));
        assertThat(number(line, 2)).as("sent").isEqualTo(lags.size());
        assertThat(number(line, 3))
                .as("late")
                .isEqualTo(lags.stream().filter(each -> each >= 1000).count());
        assertThat(number(line, 4))
                .as("the latest")
                .isEqualTo(lags.stream().mapToLong(Long::longValue).max().orElseThrow() / 1000);
        assertThat(number(line, 5)).as("could not be sent").isEqualTo(unsent.size());
    }

    private static long number(Matcher line, int group) {
        return Long.parseLong(line.group(group));
    }
}
