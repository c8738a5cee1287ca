package io.github.isostress.pace;

import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * When each of a run's requests is due, for all its threads: the n-th at the beginning plus n / rate. Pauses are never
 * summed up, so that no rounding adds up, either. Thread-safe; its lock is held for some hundred nanoseconds.
 *
 * <p>Where several machines keep one schedule, each gives the turns of its {@link Share}; their due times together are
 * those of one machine, if all have one {@linkplain #beginAt beginning}. Requests are numbered by the whole schedule,
 * from this share's first on: those of share 2 of 3 are 0, 3, 6.
 *
 * <p>It begins with its first request, unless it is told when. Where the rate changes, what was due until then stays due, and what is to come
 * goes by the new rate from that moment on, turns that were given but have not come included.
 */
public final class Schedule {
    private final RandomGenerator random;
    /** Null while nothing is held back. */
    private volatile Rate rate;

    private Share share = Share.WHOLE;
    /** When it is to begin, if not with its first request. */
    private OptionalLong agreedNanos = OptionalLong.empty();

    /** {@link System#nanoTime()} from which the rate counts, and the number of the request that was due then. */
    private long beginning;

    private double beginningNumber;
    /** The last request that was given before the rate changed, where there was a backlog. */
    private long pastNanos;

    private double pastNumber;
    /** The number of the last request that was given. */
    private double last;

    /** The numbers of those that were given back: due to come, so they are given first. */
    private final PriorityQueue<Double> givenBack = new PriorityQueue<>();

    private long askedNanos;
    private long given;
    private long dropped;
    private final TriedTurns tried = new TriedTurns();

    /**
     * A schedule without a request as yet.
     *
     * @param random spreads random arrivals; asked under the schedule's lock
     */
    public Schedule(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Says when the schedule begins, before its first request asks for a turn.
     *
     * @param nanos {@link System#nanoTime()}; what is due before a request asks counts as backlog
     */
    public synchronized void beginAt(long nanos) {
        agreedNanos = OptionalLong.of(nanos);
    }

    /**
     * Gives a thread its turn at the next request.
     *
     * @param turn gets the time at which it is due; may have passed where the backlog is kept
     * @param wanted the pace from now on; not an unlimited one
     * @param nowNanos {@link System#nanoTime()}
     */
    public synchronized void next(Turn turn, Pace wanted, long nowNanos) {
        if (rate == null) {
            begin(wanted, nowNanos);
        } else {
            change(wanted.rate(), nowNanos);
            if (takeGivenBack(turn, wanted, nowNanos)) {
                return;
            }
            advance(wanted, nowNanos);
        }
        give(turn, last, nowNanos);
    }

    private boolean takeGivenBack(Turn turn, Pace wanted, long nowNanos) {
        while (!givenBack.isEmpty()) {
            double number = givenBack.remove();
            if (wanted.backlog() == Backlog.KEEP || number >= reached(nowNanos)) {
                give(turn, number, nowNanos);
                return true;
            }
            dropped++;
        }
        return false;
    }

    private void give(Turn turn, double number, long nowNanos) {
        turn.number = number;
        turn.dueNanos = due(number);
        askedNanos = nowNanos;
        given++;
    }

    private void advance(Pace wanted, long nowNanos) {
        last += gap(wanted);
        if (wanted.backlog() == Backlog.DROP) {
            double reached = reached(nowNanos);
            while (last < reached) {
                dropped++;
                last += gap(wanted);
            }
        }
    }

    private double gap(Pace wanted) {
        return share.count() * wanted.arrivals().gap(random);
    }

    /**
     * Counts a request that was sent in its turn.
     *
     * @param lagNanos how long after it was due
     */
    public synchronized void sent(long lagNanos) {
        tried.sent(lagNanos);
    }

    /** Counts a request that could not be sent in its turn. */
    public synchronized void notSent() {
        tried.notSent();
    }

    /** Looks again when a turn that was given is due, after the rate may have changed. */
    public synchronized void review(Turn turn, Pace wanted, long nowNanos) {
        if (rate == null) {
            begin(wanted, nowNanos);
        }
        change(wanted.rate(), nowNanos);
        if (turn.number >= beginningNumber) {
            turn.dueNanos = due(turn.number);
        } else if (turn.dueNanos - beginning > 0) {
            turn.dueNanos = beginning;
        }
    }

    /** Takes back a turn that was given and is not used. The next thread that asks gets it. */
    public synchronized void giveBack(Turn turn) {
        given--;
        if (rate != null) {
            givenBack.add(turn.number);
        }
    }

    /** Holds nothing back from now on; the next request that asks for a turn begins the schedule anew. */
    public void release() {
        if (rate != null) {
            synchronized (this) {
                rate = null;
                givenBack.clear();
                notifyAll();
            }
        }
    }

    /**
     * Waits for a time, or until another thread has changed the rate.
     *
     * @param nanos more than 0
     * @throws InterruptedException if the thread is interrupted
     */
    public synchronized void awaitChange(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.timedWait(this, nanos);
    }

    private void change(Rate wanted, long nowNanos) {
        if (!wanted.equals(rate)) {
            double reached = reached(nowNanos);
            pastNanos = due(last);
            pastNumber = last;
            beginAt(nowNanos, reached, wanted);
        }
    }

    private void begin(Pace wanted, long nowNanos) {
        share = wanted.share();
        double first = wanted.arrivals().first(share, random);
        beginAt(agreedNanos.orElse(nowNanos), last - first, wanted.rate());
        agreedNanos = OptionalLong.empty();
    }

    private void beginAt(long nanos, double number, Rate wanted) {
        rate = wanted;
        beginning = nanos;
        beginningNumber = number;
        notifyAll();
    }

    private double reached(long nanos) {
        return beginningNumber + rate.requestsWithin(Math.max(0, nanos - beginning));
    }

    private long due(double number) {
        if (number >= beginningNumber) {
            return beginning + Math.round(rate.nanosUntil(number - beginningNumber));
        }
        // One line for the whole backlog of one or more earlier rates: so it takes no room, however often they changed.
        double share = (number - pastNumber) / (beginningNumber - pastNumber);
        return pastNanos + Math.round(share * (beginning - pastNanos));
    }

    /**
     * How far the schedule is.
     *
     * @param nowNanos {@link System#nanoTime()}
     */
    public synchronized PaceProgress progress(long nowNanos) {
        if (rate == null) {
            return new PaceProgress(given == 0 ? 0 : (long) (last / share.count()) + 1, 0, dropped, 0);
        }
        if (beginningNumber <= 0 && nowNanos - beginning < 0) {
            return new PaceProgress(0, 0, 0, 0);
        }
        double reached = reached(nowNanos);
        long returned = givenBack.stream().filter(number -> number <= reached).count();
        return new PaceProgress(
                (long) Math.floor(reached / share.count()) + 1,
                (long) Math.max(0, (reached - last) / share.count()) + returned,
                dropped,
                rate.at(Math.max(0, nowNanos - beginning)) / share.count());
    }

    /** When a thread last asked for a turn: {@link System#nanoTime()}; 0 if none has. */
    public synchronized long lastAskedNanos() {
        return askedNanos;
    }

    /**
     * How the schedule was kept so far.
     *
     * @param nanos {@link System#nanoTime()} up to which what was due counts
     */
    public synchronized PaceFigures figures(long nanos) {
        double waiting = rate == null ? 0 : Math.max(0, (reached(nanos) - last) / share.count());
        return tried.figures(dropped, given - tried.all() + (long) waiting);
    }
}
