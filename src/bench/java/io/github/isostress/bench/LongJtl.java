package io.github.isostress.bench;

import io.github.isostress.jmeter.record.JtlColumns;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Writes a JTL as a long run leaves it: the columns of JMeter and of the plugin, 5,000 requests a second over four
 * connections, declines, timeouts, and a host that stalls for half a second each minute.
 */
final class LongJtl {
    private static final String JMETER_COLUMNS =
            "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,"
                    + "sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect";
    private static final String[] DECLINES = {"51,Not sufficient funds", "05,Do not honor", "91,Issuer unavailable"};
    private static final int REQUESTS_A_SECOND = 5_000;
    private static final int MICROS_IN_A_SECOND = 1_000_000;
    private static final int STALL_MICROS = 500_000;
    private static final int TIMEOUT_MICROS = 10_000_000;
    private static final long BEGIN_MILLIS = 1_790_000_000_000L;

    private final Random chance = new Random(8583);

    /** Writes so many requests, and the connects before them. */
    void write(Path jtl, int requests) throws IOException {
        try (BufferedWriter rows = Files.newBufferedWriter(jtl)) {
            rows.write(JMETER_COLUMNS);
            rows.write(JtlColumns.ALL.stream().map(name -> ",\"" + name + '"').collect(Collectors.joining()));
            rows.write('\n');
            for (int link = 1; link <= 4; link++) {
                rows.write(BEGIN_MILLIS + "," + link * 3 + ",host connect,CONNECTED,The connection was established,"
                        + thread(link) + ",text,true,,0,0,100,100,null,3,0,3,," + link * 3_100 + ',' + link * 2_600
                        + ",,,,,,connect,host,,\n");
            }
            for (int request = 0; request < requests; request++) {
                rows.write(row(request));
            }
        }
    }

    private static String thread(int number) {
        return "10.0.0." + (1 + number % 2) + ":1099-workers 1-" + number;
    }

    private String row(int request) {
        long dueMicros = (long) request * MICROS_IN_A_SECOND / REQUESTS_A_SECOND;
        long intoMinute = dueMicros % (60 * MICROS_IN_A_SECOND);
        long lag = intoMinute < STALL_MICROS && dueMicros > MICROS_IN_A_SECOND
                ? STALL_MICROS - intoMinute
                : (long) (20 * Math.exp(chance.nextGaussian()));
        double fate = chance.nextDouble();
        long rtt = fate < 1e-5 ? TIMEOUT_MICROS : (long) (900 * Math.exp(0.5 * chance.nextGaussian()));
        String code = fate < 1e-5
                ? "RESPONSE_TIMEOUT,No response came in time"
                : fate < 0.02 ? DECLINES[request % DECLINES.length] : "00,Approved";
        boolean isApproved = code.startsWith("00");
        long elapsed = rtt / 1_000;
        return new StringBuilder(260)
                .append(BEGIN_MILLIS + (dueMicros + lag) / 1_000)
                .append(',')
                .append(elapsed)
                .append(request % 3 == 0 ? ",balance," : ",purchase,")
                .append(code)
                .append(',')
                .append(thread(1 + request % 100))
                .append(",text,")
                .append(isApproved)
                .append(",,94,160,100,100,null,")
                .append(elapsed)
                .append(",0,0,")
                .append(rtt)
                .append(",,,")
                .append(lag + rtt)
                .append(',')
                .append(lag)
                .append(",,,,request,host,0200,")
                .append(request % 3 == 0 ? "310000" : "000000")
                .append('\n')
                .toString();
    }
}
