package io.github.isostress.message.number;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counters by name, such as one for each terminal's key serial number or each card's transactions. Each gives out its
 * share of the numbers, every one once and the next one higher, to whichever thread asks; it never begins again. Kept in
 * a file, it goes on after a restart, perhaps behind a gap. The latest 100,000 names at least are remembered, without a
 * file those alone. Thread-safe.
 */
public final class Counters {
    private static final int MOST_NEW_NAMES = 100_000;

    /** Numbers noted in the file as given out before they are: a restart without a proper end leaves a gap so long. */
    private static final int NOTED_AHEAD = 100;

    private volatile Share share;
    private final Optional<CounterFile> file;
    private final Optional<Counters> origin;
    private volatile Map<String, Counter> latest = new ConcurrentHashMap<>();
    private Map<String, Counter> earlier = Map.of();

    /** The numbers that are as the first one modulo the step. */
    private record Share(long first, long step) {}

    private Counters(Share share, Optional<CounterFile> file, Optional<Counters> origin) {
        this.share = share;
        this.file = file;
        this.origin = origin;
    }

    /** Counters of all numbers, forgotten with this JVM. */
    public Counters() {
        this(new Share(1, 1), Optional.empty(), Optional.empty());
    }

    /**
     * Counters that are forgotten with this JVM.
     *
     * @param share which numbers they give out: those that are as this one modulo the step
     * @param step 1 or more, the number of shares
     */
    public static Counters ofShare(long share, long step) {
        return new Counters(new Share(share, step), Optional.empty(), Optional.empty());
    }

    /** Counters that are kept in a file as well. It is opened for the first number, and is free after each end. */
    public static Counters keptIn(Path file, long share, long step) {
        return new Counters(new Share(share, step), Optional.of(new CounterFile(file)), Optional.empty());
    }

    /** Has them give out another share from now on; none of them goes back. The parameters are as of {@link #ofShare}. */
    public void giveOut(long share, long step) {
        this.share = new Share(share, step);
    }

    /** Counters that will give out the same numbers next, and use none of these up. */
    public Counters preview() {
        return new Counters(share, Optional.empty(), Optional.of(this));
    }

    /**
     * The next number of a counter.
     *
     * @param start the least number; may be another one each time
     * @return empty if all that the rule allows are used up
     * @throws IllegalArgumentException with one clear sentence if the file cannot be used
     */
    public OptionalLong next(String name, long start, CounterRule rule) {
        Counter known = latest.get(name);
        return (known == null ? begin(name) : known).next(start, rule);
    }

    private synchronized Counter begin(String name) {
        Counter known = latest.get(name);
        if (known != null) {
            return known;
        }
        Counter counter = earlier.containsKey(name) ? earlier.get(name) : new Counter(name, known(name));
        if (latest.size() >= MOST_NEW_NAMES) {
            earlier = latest;
            latest = new ConcurrentHashMap<>();
        }
        latest.put(name, counter);
        return counter;
    }

    /** The least number of a counter that was not given out. */
    private long known(String name) {
        return origin.map(other -> other.peek(name)).orElse(0L);
    }

    private synchronized long peek(String name) {
        Counter known = latest.getOrDefault(name, earlier.get(name));
        if (known != null) {
            return known.peek();
        }
        return Math.max(known(name), file.map(kept -> kept.peek(name)).orElse(0L));
    }

    /**
     * Notes in the file where each counter is, without a gap, and frees it for others. The counters can go on.
     *
     * @throws IllegalArgumentException with one clear sentence if the file cannot be written
     */
    public synchronized void end() {
        if (file.isPresent()) {
            latest.values().forEach(Counter::noteExactly);
            earlier.values().forEach(Counter::noteExactly);
            file.get().close();
        }
    }

    private final class Counter {
        private final String name;

        /** The least number that was not given out. */
        private long free;

        /** The least number that is not noted in the file as given out. */
        private long unnoted;

        Counter(String name, long free) {
            this.name = name;
            this.free = free;
        }

        synchronized OptionalLong next(long start, CounterRule rule) {
            long number = allowed(Math.max(start, free), rule);
            if (file.isPresent() && number >= unnoted) {
                number = allowed(Math.max(number, file.get().firstFree(name)), rule);
                unnoted = number + NOTED_AHEAD * share.step();
                file.get().note(name, unnoted);
            }
            if (number > rule.last()) {
                return OptionalLong.empty();
            }
            free = number + 1;
            return OptionalLong.of(number);
        }

        /** The least number from another one on that is of the share and allowed, or one behind the last. */
        private long allowed(long from, CounterRule rule) {
            Share now = share;
            long number = from + Math.floorMod(now.first() - from, now.step());
            while (number <= rule.last() && !rule.allows(number)) {
                number += now.step();
            }
            return number;
        }

        synchronized long peek() {
            return free;
        }

        synchronized void noteExactly() {
            if (unnoted > 0) {
                file.orElseThrow().settle(name, free);
                unnoted = 0;
            }
        }
    }
}
