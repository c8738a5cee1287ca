package io.github.isostress.jmeter.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.isostress.health.Result;
import io.github.isostress.health.record.RecordedDurations;
import io.github.isostress.health.record.RecordedFigures;
import io.github.isostress.health.record.RecordedSamples;
import io.github.isostress.jmeter.record.SampleKind;
import io.github.isostress.jmeter.report.jtl.ConnectionSamples;
import io.github.isostress.jmeter.report.jtl.FailureReasons;
import io.github.isostress.jmeter.report.jtl.JtlSample;
import io.github.isostress.vocabulary.MessageTypes;
import io.github.isostress.vocabulary.ProcessingCodes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The figures of a page, counted sample by sample as a JTL is read. Memory does not grow with the number of samples.
 * Used by one thread.
 */
final class PageFigures {
    private static final double MILLIS_IN_A_SECOND = TimeUnit.SECONDS.toMillis(1);

    private final ConnectionSamples connectionSamples = new ConnectionSamples();
    private final ConnectionFigures connections = new ConnectionFigures();
    private final FailureCodes failures = new FailureCodes();
    private final TimeLine timeLine = new TimeLine();
    private final RequestFigures requests = new RequestFigures();
    private final Times responses = new Times();
    private final Times lags = new Times();
    private final Groups byLabel = new Groups();
    private final Groups byConnection = new Groups();
    private final Groups byAgent = new Groups();
    private final Groups byMti = new Groups();
    private final Groups byProcessingCode = new Groups();
    private final ReplyFigures replies = new ReplyFigures();
    private long unsent;
    private boolean hasMicros;
    private long firstMillis = Long.MAX_VALUE;
    private long lastMillis = Long.MIN_VALUE;
    private long lastEndMillis = Long.MIN_VALUE;

    /** Counts one sample. */
    void add(JtlSample sample) {
        if (!sample.successful()) {
            timeLine.at(sample.startMillis()).failed(failures.add(sample));
        }
        Optional<SampleKind> kind = connectionSamples.kindOf(sample);
        if (kind.isPresent()) {
            connections.add(kind.get(), sample);
        } else if (sample.isReply()) {
            replies.add(sample);
        } else if (sample.isUnsent()) {
            unsent++;
        } else {
            addRequest(sample);
        }
    }

    private void addRequest(JtlSample request) {
        long micros = request.durationMicros();
        hasMicros |= request.roundTripMicros().isPresent();
        requests.add(request.result(), micros);
        connections.addRequest(request);
        byLabel.add(request.label(), request.result(), micros);
        byConnection.add(request.tags().connection(), request.result(), micros);
        byAgent.add(request.tags().agent(), request.result(), micros);
        byMti.add(request.tags().mti(), request.result(), micros);
        byProcessingCode.add(request.tags().processingCode(), request.result(), micros);
        timeLine.at(request.startMillis()).sent(micros, request.successful());
        timeLine.underWay(request.startMillis(), micros);
        request.lagMicros().ifPresent(lag -> addLag(request, lag));
        firstMillis = Math.min(firstMillis, request.intendedStartMillis());
        lastMillis = Math.max(lastMillis, request.startMillis());
        lastEndMillis = Math.max(lastEndMillis, request.startMillis() + TimeUnit.MICROSECONDS.toMillis(micros));
    }

    private void addLag(JtlSample request, long lagMicros) {
        long response = lagMicros + request.durationMicros();
        lags.add(lagMicros);
        responses.add(response);
        timeLine.at(request.startMillis()).late(lagMicros);
        timeLine.at(request.intendedStartMillis()).due(response);
    }

    /** How many requests were sent. */
    long sent() {
        return requests.count();
    }

    /** When the page's time begins, in milliseconds since 1970. */
    long beginMillis() {
        return timeLine.beginMillis();
    }

    /**
     * Puts everything in.
     *
     * @param ofAgents what agents have measured of all requests; empty if they did not
     */
    void tell(ObjectNode page, FailureReasons reasons, Optional<RecordedFigures> ofAgents) {
        page.put("beginMillis", timeLine.beginMillis());
        page.put("widthSeconds", timeLine.widthSeconds());
        page.put("hasMicros", hasMicros);
        tellRequests(page.putObject("requests"));
        List<TimeSlot> slots = timeLine.slots();
        new SlotColumns(slots, secondsOfSending(slots.size()), seconds(slots.size(), lastEndMillis))
                .tell(page.putObject("time"), lags.count() > 0);
        page.put("byAgents", ofAgents.isPresent());
        PercentileCurve.tell(
                times(ofAgents.map(RecordedFigures::all).map(RecordedSamples::durations), requests.times()),
                page.putObject("roundTrip"));
        HeatMap.tell(slots, TimeSlot::roundTrips, page.putObject("roundTripHeat"));
        PercentileCurve.tell(times(ofAgents.map(RecordedFigures::response), responses), page.putObject("response"));
        HeatMap.tell(slots, TimeSlot::responses, page.putObject("responseHeat"));
        PercentileCurve.tell(times(ofAgents.map(RecordedFigures::lag), lags), page.putObject("lag"));
        ArrayNode codes = page.putArray("codes");
        failures.tell(codes, reasons, timeLine.beginMillis());
        codes.forEach(code -> {
            ArrayNode counts = ((ObjectNode) code).putArray("counts");
            slots.forEach(slot -> counts.add(slot.failures(code.get("number").asInt())));
        });
        connections.tell(page);
        replies.tell(page.putObject("replies"));
        tellGroups(page.putObject("groups"));
    }

    /** Those that agents have measured, or else those of the JTL. */
    private static Times times(Optional<RecordedDurations> ofAgents, Times ofJtl) {
        return ofAgents.map(Times::of).orElse(ofJtl);
    }

    /** How much of each stretch requests were sent in; a whole one in which they were only waited for is one without any. */
    private double[] secondsOfSending(int slots) {
        double[] sending = seconds(slots, lastMillis);
        double[] waiting = seconds(slots, lastEndMillis);
        for (int slot = 0; slot < slots; slot++) {
            if (sending[slot] <= 0 && waiting[slot] >= timeLine.widthSeconds()) {
                sending[slot] = waiting[slot];
            }
        }
        return sending;
    }

    /** How much of each stretch the run has covered until then: of the first and the last one often a part. */
    private double[] seconds(int slots, long untilMillis) {
        double[] seconds = new double[slots];
        for (int slot = 0; slot < slots; slot++) {
            double begin = timeLine.beginMillis() / MILLIS_IN_A_SECOND + slot * timeLine.widthSeconds();
            double end = Math.min(begin + timeLine.widthSeconds(), untilMillis / MILLIS_IN_A_SECOND);
            seconds[slot] = end - Math.max(begin, firstMillis / MILLIS_IN_A_SECOND);
        }
        return seconds;
    }

    private void tellRequests(ObjectNode node) {
        requests.tell(node);
        node.put("unsent", unsent);
        double seconds = sent() == 0 ? 0 : Math.max(0, lastMillis - firstMillis) / MILLIS_IN_A_SECOND;
        node.put("seconds", seconds);
        node.put("rate", seconds > 0 ? (requests.count() - 1) / seconds : 0);
    }

    private void tellGroups(ObjectNode groups) {
        byLabel.tell(groups.putArray("labels"), PageFigures::noMeaning);
        byConnection.tell(groups.putArray("connections"), PageFigures::noMeaning);
        byAgent.tell(groups.putArray("agents"), PageFigures::noMeaning);
        byMti.tell(groups.putArray("mtis"), MessageTypes::meaning);
        byProcessingCode.tell(groups.putArray("processingCodes"), ProcessingCodes::meaning);
    }

    private static Optional<String> noMeaning(String name) {
        return Optional.empty();
    }

    /** How many requests succeeded. */
    long succeeded() {
        return requests.count(Result.SUCCEEDED);
    }
}
