package io.github.isostress.jmeter.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The stretches of a run, second by second. Of a run that is longer than two hours, neighbours are joined, so that
 * memory does not grow with it. Used by one thread.
 */
final class TimeLine {
    /** A longer time counts as this. */
    static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);

    private static final int MOST_SLOTS = 7_200;

    private TreeMap<Long, TimeSlot> slots = new TreeMap<>();
    private long widthMillis = TimeUnit.SECONDS.toMillis(1);
    private long lastNumber = Long.MIN_VALUE;
    private TimeSlot last;

    /** The stretch that a moment is in, in milliseconds since 1970. */
    TimeSlot at(long millis) {
        long number = Math.floorDiv(millis, widthMillis);
        if (number == lastNumber) {
            return last;
        }
        TimeSlot slot = slots.computeIfAbsent(number, absent -> new TimeSlot());
        if (slots.lastKey() - slots.firstKey() >= MOST_SLOTS) {
            join();
            return at(millis);
        }
        lastNumber = number;
        last = slot;
        return slot;
    }

    private void join() {
        lastNumber = Long.MIN_VALUE;
        while (slots.lastKey() - slots.firstKey() >= MOST_SLOTS) {
            TreeMap<Long, TimeSlot> joined = new TreeMap<>();
            slots.forEach((number, slot) -> joined.computeIfAbsent(Math.floorDiv(number, 2L), absent -> new TimeSlot())
                    .add(slot));
            slots = joined;
            widthMillis *= 2;
        }
    }

    /** A request was under way from a moment on. */
    void underWay(long startMillis, long micros) {
        long at = TimeUnit.MILLISECONDS.toMicros(startMillis);
        long end = at + Math.min(micros, LONGEST_MICROS);
        while (at < end) {
            TimeSlot slot = at(TimeUnit.MICROSECONDS.toMillis(at));
            long width = TimeUnit.MILLISECONDS.toMicros(widthMillis);
            long next = Math.min(end, (Math.floorDiv(at, width) + 1) * width);
            slot.underWay(next - at);
            at = next;
        }
    }

    boolean isEmpty() {
        return slots.isEmpty();
    }

    /** How long each stretch is. */
    double widthSeconds() {
        return widthMillis / 1e3;
    }

    /** When the first stretch begins, in milliseconds since 1970; 0 if there is none. */
    long beginMillis() {
        return isEmpty() ? 0 : slots.firstKey() * widthMillis;
    }

    /** All stretches from the first to the last, those without a request, too. */
    List<TimeSlot> slots() {
        List<TimeSlot> all = new ArrayList<>();
        if (!isEmpty()) {
            for (long number = slots.firstKey(); number <= slots.lastKey(); number++) {
                all.add(slots.getOrDefault(number, new TimeSlot()));
            }
        }
        return all;
    }
}
