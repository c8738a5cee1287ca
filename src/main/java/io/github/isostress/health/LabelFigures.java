package io.github.isostress.health;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of one label: how long its samples took, by result and code, and when they began. Thread-safe. */
public final class LabelFigures {
    /** Stands for all labels that come when no more are told apart. */
    public static final String FURTHER_LABELS = "further labels";

    /** Stands for all codes that come when no more are told apart. */
    public static final String FURTHER_CODES = "further codes";

    private final Allowance codes;
    private final Map<Result, Map<String, Durations>> durations = new EnumMap<>(Result.class);
    private final LongAdder notSent = new LongAdder();
    private final LongAdder sentBytes = new LongAdder();
    private final LongAdder receivedBytes = new LongAdder();
    private final Durations responses = new Durations();
    private final Span span = new Span();

    /** A result and a code, with the durations of the samples that had them. */
    record Coded(Result result, String code, Durations durations) {}

    /**
     * None as yet.
     *
     * @param codes how many codes may be told apart
     */
    LabelFigures(Allowance codes) {
        this.codes = codes;
        for (Result result : Result.values()) {
            durations.put(result, new ConcurrentHashMap<>());
        }
    }

    void add(ObservedRequest request) {
        durations(request.result(), request.code()).addNanos(request.roundTripNanos());
        if (request.dueNanos().isPresent()) {
            responses.addNanos(request.lagNanos() + request.roundTripNanos());
        }
        span.add(request.startNanos() - request.lagNanos(), request.startNanos());
        sentBytes.add(request.sentBytes());
        receivedBytes.add(request.receivedBytes());
    }

    void add(ObservedEvent event) {
        durations(event.result(), event.code()).addNanos(event.endNanos() - event.startNanos());
        span.add(event.startNanos(), event.startNanos());
    }

    void addNotSent() {
        notSent.increment();
    }

    void add(LabelFigures other) {
        other.coded().forEach(each -> durations(each.result(), each.code()).add(each.durations()));
        notSent.add(other.notSent());
        sentBytes.add(other.sentBytes());
        receivedBytes.add(other.receivedBytes());
        responses.add(other.responses);
        span.add(other.span);
    }

    private Durations durations(Result result, String code) {
        return codes.valueIn(durations.get(result), code, FURTHER_CODES, Durations::new);
    }

    Stream<Coded> coded() {
        return durations.entrySet().stream()
                .flatMap(ofResult -> ofResult.getValue().entrySet().stream()
                        .map(ofCode -> new Coded(ofResult.getKey(), ofCode.getKey(), ofCode.getValue())));
    }

    /** How long the samples of all results and codes took. */
    public Durations durations() {
        Durations all = new Durations();
        coded().forEach(each -> all.add(each.durations()));
        return all;
    }

    /** How long the answers of requests took from when they were due; none of those without a schedule. */
    public Durations responses() {
        return responses;
    }

    /** How many samples there were; of requests, those that were sent. */
    public long count() {
        return coded().mapToLong(each -> each.durations().count()).sum();
    }

    /** How many of them had which result; none that did not come. */
    public Map<Result, Long> counts() {
        return coded().collect(Collectors.groupingBy(
                Coded::result,
                () -> new EnumMap<>(Result.class),
                Collectors.summingLong(each -> each.durations().count())));
    }

    /** How often each code came, in the order of the codes. */
    public Map<String, Long> codes() {
        return coded().collect(Collectors.groupingBy(
                Coded::code,
                TreeMap::new,
                Collectors.summingLong(each -> each.durations().count())));
    }

    /** How many requests were not sent. */
    public long notSent() {
        return notSent.sum();
    }

    long sentBytes() {
        return sentBytes.sum();
    }

    long receivedBytes() {
        return receivedBytes.sum();
    }

    /** When the first was due, in milliseconds since 1970; 0 if there is none. */
    public long firstMillis() {
        return span.firstMillis();
    }

    /** When the last began, in milliseconds since 1970; 0 if there is none. */
    public long lastMillis() {
        return span.lastMillis();
    }

    /** How many began in a second, from when the first was due to when the last began; 0 for a single one. */
    public double rate() {
        return span.seconds() == 0 ? 0 : (count() - 1) / span.seconds();
    }
}
