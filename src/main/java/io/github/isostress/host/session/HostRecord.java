package io.github.isostress.host.session;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What has happened at a host since it started. Thread-safe; each figure by itself is exact once the host is quiet. */
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

    /**
     * Nothing has happened as yet.
     *
     * @param log is told why the host hangs up, once for each reason
     */
    public HostRecord(Consumer<String> log) {
        this.hangUps = new HangUpReasons(log);
    }

    /** Notes why the host hangs up on a client, or does not take it. */
    public void hungUp(String reason, String client, String particulars) {
        hangUps.add(reason, client, particulars);
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

    /** Connections that were accepted and, for TLS, came through the handshake. */
    public long connections() {
        return connections.sum();
    }

    /** Connections of {@link #connections()} that have ended, whoever ended them. */
    public long closed() {
        return closed.sum();
    }

    /** Connections of {@link #closed()} that the host broke off by a TCP RST. */
    public long resets() {
        return resets.sum();
    }

    /** Connections of {@link #connections()} that stand now. */
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

    /** Requests to which a whole frame was sent, whatever it held. */
    public long requestsAnswered() {
        return answered.sum();
    }

    /** Frames that were no request the host could read, and frames that were none. */
    public long framesUnanswered() {
        return unanswered.sum();
    }

    /** Requests of the host's own. */
    public long ownRequests() {
        return asked.sum();
    }

    /** Requests of {@link #ownRequests()} that a client has answered. */
    public long ownRequestsAnswered() {
        return answersReceived.sum();
    }

    /**
     * How often each behaviour was played, by its name as it stands in the rules, numbers left out: {@code no answer},
     * {@code cut}, {@code cut then close}; a refusal with its DE 39, {@code decline 51}, and a wrong key with its
     * element, {@code wrong key 11}. A copy, ordered by name.
     */
    public SortedMap<String, Long> played() {
        SortedMap<String, Long> counts = new TreeMap<>();
        played.forEach((name, count) -> counts.put(name, count.sum()));
        return counts;
    }

    /** Clients on whom the host has hung up, or whom it could not take. */
    public long hungUp() {
        return hangUps.count();
    }

    /** How often the host has hung up for each reason. A copy, ordered by reason. */
    public SortedMap<String, Long> hangUps() {
        return hangUps.byReason();
    }

    /** {@link #hangUps} in words; empty if there were none. */
    public String hangUpsInWords() {
        return hangUps.inWords();
    }

    /** The figures in one line; in further ones why it has hung up and what the rules have done, if there is any such. */
    @Override
    public String toString() {
        long withoutAnswer = requestsReceived() - requestsAnswered() + framesUnanswered();
        String line = connections() + " connections (" + open() + " open, " + refusedHandshakes()
                + " handshakes refused), " + requestsAnswered() + " requests answered, " + withoutAnswer
                + " not answered";
        return line
                + (hungUp() == 0 ? "" : "\nhung up: " + hangUpsInWords())
                + (played.isEmpty() ? "" : "\nplayed by rule: " + playedInWords());
    }

    private String playedInWords() {
        return played().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
