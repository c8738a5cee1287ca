package io.github.isostress.jmeter.report.jtl;

import io.github.isostress.jmeter.record.SampleKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The sums among the rows of one thread whose parts may still come. Used by one thread. */
final class ThreadRows {
    /** JMeter's clock, which stamps sums, and the system's may differ. */
    private static final long TOLERATED_MILLIS = 100;

    private final Deque<Sum> open = new ArrayDeque<>();
    private long alone;
    /** The last one of a request that is no part of a sum that came before; null if there is none. */
    private JtlRow last;

    private final List<JtlSample> held = new ArrayList<>();

    private static final class Sum {
        private final JtlRow row;
        private final boolean hasEarlierParts;
        private int left;
        private boolean isAlone = true;

        Sum(JtlRow row, int left, boolean hasEarlierParts) {
            this.row = row;
            this.left = left;
            this.hasEarlierParts = hasEarlierParts;
        }

        boolean covers(JtlRow part) {
            long distance = part.sample().startMillis() - row.sample().startMillis();
            return left > 0 && Math.abs(distance) <= row.spanMillis() + TOLERATED_MILLIS && part.hasColumnsOf(row);
        }
    }

    /** Notes a sample that is neither a sum nor part of one that came before. */
    void saw(JtlRow row) {
        if (!isOfConnection(row)) {
            last = row;
        }
    }

    private static boolean isOfConnection(JtlRow row) {
        return row.sample().kind().flatMap(SampleKind::ofWords).isPresent();
    }

    /** Whether another thread has written the row in the name of this one, between a sum and its parts. */
    boolean isBetween(JtlRow row) {
        return !open.isEmpty() && isOfConnection(row) && !row.hasColumnsOf(open.peek().row);
    }

    /** Whether the row is part of a sum that came before; sums of which it is not are over. */
    boolean isPart(JtlRow row) {
        while (!open.isEmpty() && !open.peek().covers(row)) {
            end(open.pop());
        }
        if (open.isEmpty()) {
            return false;
        }
        open.peek().left--;
        open.peek().isAlone = false;
        return true;
    }

    /**
     * Notes a sum.
     *
     * @param parts how many it has at most
     * @param isUnsure whether it is one only if a part comes next
     */
    void begin(JtlRow sum, int parts, boolean isUnsure) {
        boolean hasEarlierParts = last != null
                && last.sample().startMillis() + TOLERATED_MILLIS
                        >= sum.sample().startMillis()
                && last.hasColumnsOf(sum);
        open.push(new Sum(sum, parts, hasEarlierParts || isUnsure || parts == 0));
        if (isUnsure) {
            held.add(sum.sample());
        }
    }

    /** What may be sums that were cut short, one inside the other: they are if a part comes next. */
    List<JtlSample> held() {
        return held;
    }

    private void end(Sum sum) {
        alone += sum.isAlone && !sum.hasEarlierParts ? 1 : 0;
    }

    void endAll() {
        open.forEach(this::end);
        open.clear();
    }

    /** How many sums have ended since the last call without a part, before or behind them. */
    long takeAlone() {
        long ended = alone;
        alone = 0;
        return ended;
    }
}
