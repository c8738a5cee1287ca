package io.github.isostress.exchange;

import java.util.ArrayList;
import java.util.List;

/** The frames that came while an answer was waited for and were not it. Used by one thread. */
public final class PassedOver {
    /** A host that floods us must not fill our memory: the first few tell what is wrong. */
    private static final int KEPT = 3;

    private final List<String> reasons = new ArrayList<>(0);
    private long count;

    void add(String reason) {
        count++;
        if (reasons.size() < KEPT) {
            reasons.add(reason);
        }
    }

    /** Whether every frame that came was the answer. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** How many frames were passed over and how the first few of them differ from an answer. */
    @Override
    public String toString() {
        return count + " passed over: " + String.join("; ", reasons) + (count > KEPT ? "; ..." : "");
    }
}
