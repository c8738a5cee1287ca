package io.github.isostress.jmeter.number;

import io.github.isostress.message.number.Counters;
import io.github.isostress.message.number.RrnSequence;
import io.github.isostress.message.number.StanSequence;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** The numbers of one run. Each kind begins when it is asked for first; what prevents that is told at each call. Thread-safe. */
public final class DealtNumbers {
    private static final int DAY_DIGITS = 4;

    private final RunNumbers numbers;
    private final Map<String, String> beginnings = new ConcurrentSkipListMap<>();
    private final Map<Optional<Path>, Counters> counters = new ConcurrentHashMap<>();
    private final Begun<StanSequence> stans;
    private final Begun<RrnSequence> rrns;
    private final Begun<ThreadNumbers> threads = new Begun<>(ThreadNumbers::new);

    /** Those of a run that has asked for none yet. */
    public DealtNumbers(RunNumbers numbers) {
        this.numbers = numbers;
        this.stans = new Begun<>(() -> {
            StanSequence begun = numbers.stans();
            StanSequence ahead = begun.copy();
            noteBeginning("iso8583.stan", ahead.next(), ahead.next());
            return begun;
        });
        this.rrns = new Begun<>(() -> {
            RrnSequence begun = numbers.rrns();
            RrnSequence ahead = begun.copy();
            noteBeginning(
                    "iso8583.rrn",
                    ahead.next().substring(DAY_DIGITS),
                    ahead.next().substring(DAY_DIGITS));
            return begun;
        });
    }

    private void noteBeginning(String properties, String first, String second) {
        beginnings.put(properties + ".first", first);
        long step = Long.parseLong(second) - Long.parseLong(first);
        if (step > 1) {
            beginnings.put(properties + ".step", String.valueOf(step));
        }
    }

    /** The JMeter properties with which another run would begin with the same numbers; of each kind that has begun. */
    public Map<String, String> beginnings() {
        return Map.copyOf(beginnings);
    }

    private static final class Begun<S> {
        private final Supplier<S> beginning;
        private volatile S begun;

        Begun(Supplier<S> beginning) {
            this.beginning = beginning;
        }

        S get() {
            S known = begun;
            return known == null ? begin() : known;
        }

        private synchronized S begin() {
            begun = begun == null ? beginning.get() : begun;
            return begun;
        }
    }

    /**
     * The system trace audit numbers.
     *
     * @throws IllegalArgumentException with one clear sentence if a JMeter property about them cannot be used
     */
    public StanSequence stans() {
        return stans.get();
    }

    /**
     * The retrieval reference numbers.
     *
     * @throws IllegalArgumentException with one clear sentence if a JMeter property about them cannot be used
     */
    public RrnSequence rrns() {
        return rrns.get();
    }

    /**
     * The numbers of the threads, over all machines.
     *
     * @throws IllegalArgumentException with one clear sentence if it is not known which machine this is
     */
    public ThreadNumbers threads() {
        return threads.get();
    }

    /**
     * The counters by name.
     *
     * @param file in which they are kept; empty if they are forgotten with this JVM
     * @throws IllegalArgumentException with one clear sentence if a JMeter property about them cannot be used
     */
    public Counters counters(Optional<Path> file) {
        return counters.computeIfAbsent(file, numbers::counters);
    }

    /** Keeps counters for the next run. A file that cannot be written is told in the log. */
    public void end() {
        counters.values().forEach(RunNumbers::end);
    }
}
