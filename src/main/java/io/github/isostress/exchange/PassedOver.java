package io.github.isostress.exchange;

import io.github.isostress.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The frames that came and were not the answer. Used by one thread. */
public final class PassedOver {
    /** A host that floods us must not fill our memory: the first few tell what is wrong. */
    private static final int KEPT = 3;

    private final List<PassedFrame> first = new ArrayList<>(0);
    private long count;
    private long bytes;

    /**
     * One of them.
     *
     * @param reason how it differs from an answer; never a value of an element
     * @param frame what came
     */
    public record PassedFrame(String reason, Frame frame) {}

    void add(String reason, Frame frame) {
        count++;
        bytes += frame.bytes().length;
        if (first.size() < KEPT) {
            first.add(new PassedFrame(reason, frame));
        }
    }

    /** Whether every frame that came was the answer. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** How many bytes they had on the wire. */
    public long bytes() {
        return bytes;
    }

    /** The first few of them. */
    public List<PassedFrame> first() {
        return List.copyOf(first);
    }

    /** How many frames were passed over and how the first few of them differ from an answer. */
    @Override
    public String toString() {
        String reasons = first.stream().map(PassedFrame::reason).collect(Collectors.joining("; "));
        return count + " passed over: " + reasons + (count > KEPT ? "; ..." : "");
    }
}
