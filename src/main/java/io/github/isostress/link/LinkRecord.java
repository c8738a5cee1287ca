package io.github.isostress.link;

import io.github.isostress.exchange.SharedConversation;
import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.wire.HostConnection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a shared link has carried. Thread-safe. */
final class LinkRecord {
    private final Map<UnmatchedFrame.Kind, Long> frames = new EnumMap<>(UnmatchedFrame.Kind.class);
    private final LongAdder requests = new LongAdder();
    private volatile int mostUnderWay;
    private int connections;
    private long lost;
    private long sentBytes;
    private long receivedBytes;

    /** A request was left to be written. */
    void carries() {
        requests.increment();
    }

    /** So many places are taken; one at a time. */
    void wereUnderWay(int underWay) {
        if (underWay > mostUnderWay) {
            mostUnderWay = underWay;
        }
    }

    synchronized void opened() {
        connections++;
    }

    /** Whether it had a connection. */
    synchronized boolean wasOpened() {
        return connections > 0;
    }

    synchronized void came(UnmatchedFrame frame) {
        frames.merge(frame.kind(), 1L, Long::sum);
    }

    synchronized void ended(SharedConversation conversation) {
        HostConnection connection = conversation.conversation().connection();
        lost += conversation.lost();
        sentBytes += connection.sentBytes();
        receivedBytes += connection.receivedBytes();
    }

    synchronized LinkEvent.Carried toEvent(String links) {
        return new LinkEvent.Carried(
                links,
                requests.sum(),
                mostUnderWay,
                connections,
                count(UnmatchedFrame.Kind.LATE),
                count(UnmatchedFrame.Kind.DUPLICATE),
                count(UnmatchedFrame.Kind.UNMATCHED),
                lost,
                sentBytes,
                receivedBytes,
                System.nanoTime());
    }

    private long count(UnmatchedFrame.Kind kind) {
        return frames.getOrDefault(kind, 0L);
    }
}
