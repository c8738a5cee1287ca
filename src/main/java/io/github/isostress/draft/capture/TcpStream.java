package io.github.isostress.draft.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the segments of one direction of a connection in order, and leaves out what was sent again. Where bytes were not
 * recorded, others begin anew.
 */
final class TcpStream {
    /** So many segments may overtake one that is missing; then it is taken for lost. */
    private static final int MOST_WAITING = 1_000;

    private final CapturedWay way;
    private final List<CapturedBytes> found = new ArrayList<>();
    /** By how far they are ahead of the byte that is expected. */
    private final TreeMap<Long, Waiting> waiting = new TreeMap<>();

    private CapturedBytes current;
    private long expected;
    private boolean hasBegun;
    private long last;

    private record Waiting(byte[] payload, CapturedBytes.Packet packet) {}

    TcpStream(CapturedWay way) {
        this.way = way;
    }

    void add(TcpSegment segment, CapturedBytes.Packet packet) {
        long sequence = unwrapped(segment.sequence());
        if (segment.begins()) {
            // The ports may have been used before.
            end();
            sequence = Integer.toUnsignedLong(segment.sequence());
            expected = sequence + 1;
            last = expected;
            hasBegun = true;
            sequence = expected;
        }
        if (segment.payload().length == 0) {
            return;
        }
        if (!hasBegun) {
            hasBegun = true;
            expected = sequence;
        }
        last = sequence;
        waiting.merge(
                sequence,
                new Waiting(segment.payload(), packet),
                (before, now) -> before.payload.length >= now.payload.length ? before : now);
        takeWhatFollows();
        if (waiting.size() > MOST_WAITING) {
            skipWhatIsLost();
        }
    }

    /** Sequence numbers begin again after 2^32: the nearest one to the last is meant. */
    private long unwrapped(int sequence) {
        return hasBegun ? last + (sequence - (int) last) : Integer.toUnsignedLong(sequence);
    }

    private void takeWhatFollows() {
        while (!waiting.isEmpty() && waiting.firstKey() <= expected) {
            Map.Entry<Long, Waiting> next = waiting.pollFirstEntry();
            int known = (int) Math.min(expected - next.getKey(), next.getValue().payload.length);
            if (known < next.getValue().payload.length) {
                if (current == null) {
                    current = new CapturedBytes(way);
                    found.add(current);
                }
                current.add(next.getValue().packet, next.getValue().payload, known);
                expected = next.getKey() + next.getValue().payload.length;
            }
        }
    }

    private void skipWhatIsLost() {
        current = null;
        expected = waiting.firstKey();
        takeWhatFollows();
    }

    private void end() {
        while (!waiting.isEmpty()) {
            skipWhatIsLost();
        }
        current = null;
    }

    /** All bytes, when no more segments come. */
    List<CapturedBytes> all() {
        end();
        return found;
    }
}
