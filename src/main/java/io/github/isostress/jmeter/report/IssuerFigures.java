package io.github.isostress.jmeter.report;

import io.github.isostress.health.Durations;
import io.github.isostress.jmeter.report.jtl.JtlSample;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Counts the replies of a JTL, and what its requests tell of the way to the issuer. Used by one thread. */
final class IssuerFigures {
    private final Durations queues = new Durations();
    private final Durations atIssuer = new Durations();
    private final Durations between = new Durations();
    private int answered;
    private int failed;

    void addReply(JtlSample reply) {
        answered += reply.successful() ? 1 : 0;
        failed += reply.successful() ? 0 : 1;
        reply.issuer().queueMicros().ifPresent(queues::addMicros);
        reply.issuer().issuerMicros().ifPresent(atIssuer::addMicros);
    }

    /** A request of the test; it tells something if it went to our own issuer. */
    void addRequest(JtlSample request) {
        request.issuer().betweenMicros().ifPresent(between::addMicros);
    }

    int answered() {
        return answered;
    }

    /** How many replies there were, answered or failed. */
    int replies() {
        return answered + failed;
    }

    /** The lines of a summary: what each is about, and its words. */
    Map<String, String> lines(int[] percents) {
        Map<String, String> lines = new LinkedHashMap<>();
        if (replies() > 0) {
            lines.put("Replies", String.format(Locale.ROOT, "%,d answered, %,d failed", answered, failed));
        }
        put(lines, "Queued", queues, percents, "until a thread took the request");
        put(lines, "At issuer", atIssuer, percents, "until its answer was sent");
        put(lines, "Between", between, percents, "of the round trip was not at the issuer");
        return lines;
    }

    private static void put(Map<String, String> lines, String name, Durations times, int[] percents, String meaning) {
        if (times.count() > 0) {
            lines.put(name, times.inWords(3, percents) + ", " + meaning);
        }
    }
}
