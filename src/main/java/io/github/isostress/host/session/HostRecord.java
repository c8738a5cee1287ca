package io.github.isostress.host.session;

import io.github.isostress.host.seal.Refusal;
import io.github.isostress.words.Plural;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts of what happened at a host since its start. Thread-safe; each count is exact once the host is quiet. */
public final class HostRecord {
    private final LongAdder connections = new LongAdder();
    private final LongAdder refusedHandshakes = new LongAdder();
    private final LongAdder closed = new LongAdder();
    private final LongAdder resets = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder asked = new LongAdder();
    private final LongAdder answersReceived = new LongAdder();
    private final Map<String, LongAdder> played = new ConcurrentHashMap<>();
    private final HangUpReasons hangUps;
    private final CountedReasons refusals;
    private final CountedReasons unsigned;
    private final UnfinishedFrames unfinished;

    /**
     * @param log is given the first of each reason why the host hangs up, cannot take a client, refuses a request or
     *     leaves an answer unsigned
     */
    public HostRecord(Consumer<String> log) {
        this.hangUps = new HangUpReasons(log);
        this.refusals = new CountedReasons(log);
        this.unsigned = new CountedReasons(log);
        this.unfinished = new UnfinishedFrames(log);
    }

    /** The host hangs up on a client; see {@link HangUpReasons#add}. */
    public void hungUp(String reason, String client, String particulars) {
        hangUps.add(reason, client, particulars);
    }

    /** The host hangs up on a client since it cannot read what came; see {@link HangUpReasons#addMisread}. */
    void misread(String reason, String client, Supplier<String> particulars) {
        hangUps.addMisread(reason, client, particulars);
    }

    /** Frames whose end the host has not heard. */
    UnfinishedFrames unfinished() {
        return unfinished;
    }

    /** The host cannot take the next client, which waits; see {@link HangUpReasons#addNotTaken}. */
    public void notTaken(String reason, String particulars) {
        hangUps.addNotTaken(reason, particulars);
    }

    /** The host declines a request that does not hold what it must. */
    void refused(Refusal refusal, String client) {
        refusals.count(
                refusal.reason(),
                () -> "refused a request of " + client + " with " + refusal.code() + ", " + refusal.reason() + ": "
                        + refusal.particulars().get());
    }

    /**
     * An answer goes out without an element that the host signs it with.
     *
     * @param element in words
     * @param rule that is broken
     */
    void unsigned(String element, String rule) {
        unsigned.count(element, () -> "leaves " + element + " of an answer out: " + rule);
    }

    void connected() {
        connections.increment();
    }

    void handshakeRefused() {
        refusedHandshakes.increment();
    }

    void disconnected() {
        closed.increment();
    }

    void reset() {
        resets.increment();
    }

    void requested() {
        received.increment();
    }

    void answered() {
        answered.increment();
    }

    void unanswered() {
        unanswered.increment();
    }

    void asked() {
        asked.increment();
    }

    void answerReceived() {
        answersReceived.increment();
    }

    /** Counts a behaviour by its name. */
    void play(String name) {
        LongAdder count = played.get(name);
        (count == null ? played.computeIfAbsent(name, key -> new LongAdder()) : count).increment();
    }

    /** Connections that were accepted and, with TLS, completed the handshake. */
    public long connections() {
        return connections.sum();
    }

    /** Connections of {@link #connections()} that ended, by either side. */
    public long closed() {
        return closed.sum();
    }

    /** Connections of {@link #closed()} that the host ended by a TCP RST. */
    public long resets() {
        return resets.sum();
    }

    /** Connections of {@link #connections()} that are open now. */
    public long open() {
        return connections.sum() - closed.sum();
    }

    /** Connections whose TLS handshake failed. */
    public long refusedHandshakes() {
        return refusedHandshakes.sum();
    }

    /** Requests that came, answered or not. */
    public long requestsReceived() {
        return received.sum();
    }

    /** Requests to which a whole frame was sent, whatever its content. */
    public long requestsAnswered() {
        return answered.sum();
    }

    /** Frames that are no request the host can read, and bytes that are no frame. */
    public long framesUnanswered() {
        return unanswered.sum();
    }

    /** Requests from the host. */
    public long ownRequests() {
        return asked.sum();
    }

    /** Requests of {@link #ownRequests()} that clients answered. */
    public long ownRequestsAnswered() {
        return answersReceived.sum();
    }

    /**
     * How often each behaviour was carried out, by its name in the rules without numbers: {@code no answer}, {@code
     * cut}, {@code cut then close}; a refusal with its DE 39, {@code decline 51}, and a wrong key with its element,
     * {@code wrong key 11}. A copy, sorted by name.
     */
    public SortedMap<String, Long> played() {
        SortedMap<String, Long> counts = new TreeMap<>();
        played.forEach((name, count) -> counts.put(name, count.sum()));
        return counts;
    }

    /** How many clients the host hung up on or could not take. */
    public long hungUp() {
        return hangUps.count();
    }

    /** {@link #hungUp()} by reason. A copy, sorted by reason. */
    public SortedMap<String, Long> hangUps() {
        return hangUps.byReason();
    }

    /** {@link #hangUps} in words; empty if there are none. */
    public String hangUpsInWords() {
        return hangUps.inWords();
    }

    /** Why the host has not heard the end of frames, with counts, in words; empty if it has heard every end. */
    public String unfinishedInWords() {
        return unfinished.inWords();
    }

    /** The newest sentences on hang-ups and unfinished frames, one of each at most. They show no secret. */
    public List<String> newestTroubles() {
        return Stream.of(hangUps.newest(), unfinished.newest())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** How many requests were declined since they did not hold what they must, by reason. A copy, sorted by reason. */
    public SortedMap<String, Long> refusals() {
        return refusals.byReason();
    }

    /** {@link #refusals} in words; empty if there are none. */
    public String refusalsInWords() {
        return refusals.inWords();
    }

    /** How many answers went out without an element that is to be signed, by element. A copy, sorted by element. */
    public SortedMap<String, Long> unsigned() {
        return unsigned.byReason();
    }

    /** The counts in one line; then a line for each kind of further counts, if there are any. */
    @Override
    public String toString() {
        long withoutAnswer = requestsReceived() - requestsAnswered() + framesUnanswered();
        String line = Plural.of(connections(), "connection") + " (" + open() + " open, "
                + Plural.of(refusedHandshakes(), "handshake")
                + " refused), " + Plural.of(requestsAnswered(), "request") + " answered, " + withoutAnswer
                + " not answered";
        return line
                + (hungUp() == 0 ? "" : "\nhung up: " + hangUpsInWords())
                + (unfinished.count() == 0 ? "" : "\nunfinished frames: " + unfinishedInWords())
                + (refusals().isEmpty() ? "" : "\nrefused: " + refusalsInWords())
                + (unsigned().isEmpty() ? "" : "\nnot signed: " + unsigned.inWords())
                + (played.isEmpty() ? "" : "\nplayed by rule: " + playedInWords());
    }

    private String playedInWords() {
        return played().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
