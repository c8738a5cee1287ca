package io.github.isostress.jmeter.report.jtl;

import io.github.isostress.jmeter.record.SampleKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/** The sums among the rows of one thread whose parts may still come. Used by one thread. */
final class ThreadRows {
    /** JMeter's clock, which stamps sums, and the system's may differ. */
    private static final long TOLERATED_MILLIS = 100;

    private final SumPlaces places;
    private final Deque<Sum> open = new ArrayDeque<>();
    private final List<JtlSample> held = new ArrayList<>();
    /** The last one of a request; null if there is none. */
    private JtlRow last;

    /** For a thread of a JTL whose sums stand in these places. */
    ThreadRows(SumPlaces places) {
        this.places = places;
    }

    private final class Sum {
        private final JtlRow row;
        private final SumDoubt doubt;
        private int left;
        private boolean isAlone = true;

        Sum(JtlRow row, int left, SumDoubt doubt) {
            this.row = row;
            this.left = left;
            this.doubt = doubt;
        }

        boolean covers(JtlRow part) {
            long distance = part.sample().startMillis() - row.sample().startMillis();
            return left > 0
                    && Math.abs(distance) <= row.spanMillis() + TOLERATED_MILLIS
                    && part.hasColumnsOf(row)
                    && (doubt != SumDoubt.PARTS_MAY_STAND_BEFORE || places.areMostlyBeforeTheirParts());
        }

        void take() {
            left--;
            if (isAlone && doubt == SumDoubt.NONE) {
                places.countBeforeItsParts();
            }
            isAlone = false;
        }

        void end() {
            if (isAlone && doubt == SumDoubt.NONE) {
                places.countAlone();
            } else if (isAlone && doubt == SumDoubt.PARTS_MAY_STAND_BEFORE) {
                places.countBehindItsParts();
            }
        }
    }

    /** Notes a sample that is no sum. */
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
            open.pop().end();
        }
        if (open.isEmpty()) {
            return false;
        }
        open.peek().take();
        return true;
    }

    /**
     * Notes a sum.
     *
     * @param parts how many it has; empty if it was cut short
     * @param isPart whether it is one of another sum
     */
    void begin(JtlRow sum, OptionalInt parts, boolean isPart) {
        SumDoubt doubt = parts.orElse(0) == 0 ? SumDoubt.IS_UNLIKE_OTHERS : SumDoubt.NONE;
        boolean mayBeBehind = doubt == SumDoubt.NONE && !isPart && isLikeLast(sum);
        open.push(new Sum(sum, parts.orElse(Integer.MAX_VALUE), mayBeBehind ? SumDoubt.PARTS_MAY_STAND_BEFORE : doubt));
    }

    /** Notes what is a sum that was cut short only if a part of it comes next. */
    void beginUnsure(JtlRow sum) {
        open.push(new Sum(sum, Integer.MAX_VALUE, SumDoubt.IS_UNLIKE_OTHERS));
        held.add(sum.sample());
    }

    /** Whether the last request has the columns of the sum, and may have been sent while that lasted. */
    private boolean isLikeLast(JtlRow sum) {
        return last != null
                && last.sample().startMillis() + TOLERATED_MILLIS
                        >= sum.sample().startMillis()
                && last.hasColumnsOf(sum);
    }

    /** What may be sums that were cut short, one inside the other: they are if a part comes next. */
    List<JtlSample> held() {
        return held;
    }

    void endAll() {
        open.forEach(Sum::end);
        open.clear();
    }
}
