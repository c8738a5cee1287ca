package io.github.isostress.health.live;

import io.github.isostress.health.Durations;
import io.github.isostress.health.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * The figures of a run that goes on: since its start, over the last seconds, and second by second. Takes up to 7 MB,
 * however long the run is. Thread-safe; adding a sample takes no lock and allocates nothing, but for the first sample
 * of a second that was not {@link #prepare prepared}.
 *
 * <p>Times of the day are milliseconds since 1970, on the clock of the machine that has sent a request. A request that
 * ended more than two minutes ago, or will end in more than two seconds, comes from a machine with another clock: it
 * counts as ended now.
 */
public final class LiveFigures {
    /** How many seconds the last ones are. */
    public static final int WINDOW_SECONDS = 10;

    /** How many seconds are told one by one. */
    public static final int TOLD_SECONDS = 300;

    /** In place of a lag: the request had no schedule. */
    public static final long NO_LAG = -1;

    private static final long MILLIS = TimeUnit.SECONDS.toMillis(1);
    private static final long OLDEST_MILLIS = TimeUnit.MINUTES.toMillis(2);
    private static final long NEWEST_MILLIS = TimeUnit.SECONDS.toMillis(2);

    private final LongSupplier clock;
    private final SecondRing ring = new SecondRing();
    private final Durations roundTrips = new Durations();
    private final Durations lags = new Durations();
    private final CodeCounts codes = new CodeCounts();
    private final CodeCounts otherCodes = new CodeCounts();
    private final LongAdder due = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder replies = new LongAdder();
    private final LongAdder notSent = new LongAdder();
    private final LongAdder opened = new LongAdder();
    private final LongAdder notOpened = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAccumulator firstDueMillis = new LongAccumulator(Math::min, Long.MAX_VALUE);
    private final LongAccumulator lastEndMillis = new LongAccumulator(Math::max, Long.MIN_VALUE);

    /** None as yet, by the clock of this machine. */
    public LiveFigures() {
        this(System::currentTimeMillis);
    }

    /**
     * None as yet.
     *
     * @param clock gives milliseconds since 1970
     */
    LiveFigures(LongSupplier clock) {
        this.clock = clock;
    }

    /** Makes room for the second that comes next, so that no sample has to. To be called once a second. */
    public void prepare() {
        ring.at(TimeUnit.MILLISECONDS.toSeconds(clock.getAsLong()) + 1);
    }

    /**
     * Adds a request that was sent.
     *
     * @param code DE 39, or the failure's code
     * @param endMillis when it ended
     * @param roundTripMicros from the first byte written to the last byte read
     * @param lagMicros how much later than due it was sent, or {@link #NO_LAG}
     */
    public void addRequest(Result result, String code, long endMillis, long roundTripMicros, long lagMicros) {
        long end = plausible(endMillis);
        roundTrips.addMicros(roundTripMicros);
        ended.increment();
        codes.add(result, code);
        SecondCounts second = ring.at(second(end));
        if (second != null) {
            second.addEnded(result, roundTripMicros);
        }
        lastEndMillis.accumulate(end);
        long tookMicros = roundTripMicros + Math.max(0, lagMicros);
        long dueMillis = end - TimeUnit.MICROSECONDS.toMillis(tookMicros);
        firstDueMillis.accumulate(dueMillis);
        if (lagMicros >= 0) {
            addLag(second, dueMillis, lagMicros);
        }
    }

    private void addLag(SecondCounts ended, long dueMillis, long lagMicros) {
        lags.addMicros(lagMicros);
        due.increment();
        if (ended != null) {
            ended.addLag(lagMicros);
        }
        SecondCounts wasDue = ring.at(second(dueMillis));
        if (wasDue != null) {
            wasDue.addDue();
        }
    }

    /** Adds a request that could not be sent; the failure's code says why. */
    public void addNotSent(String code) {
        notSent.increment();
        addCode(Result.FAILED, code);
    }

    /**
     * Adds a request of the other end that was answered, or was to be.
     *
     * @param code DE 39 of the answer, or the failure's code
     * @param endMillis when the answer was sent
     */
    public void addReply(Result result, String code, long endMillis) {
        long end = plausible(endMillis);
        replies.increment();
        codes.add(result, code);
        firstDueMillis.accumulate(end);
        lastEndMillis.accumulate(end);
        SecondCounts second = ring.at(second(end));
        if (second != null) {
            second.addReply();
        }
    }

    /** Adds a connection that was opened. */
    public void addOpened() {
        opened.increment();
    }

    /** Adds a connection that did not come about; the failure's code says why. */
    public void addNotOpened(String code) {
        notOpened.increment();
        addCode(Result.FAILED, code);
    }

    /** Adds a connection that the host has ended while a request was under way. */
    public void addLost() {
        lost.increment();
    }

    /** Adds the code of what is neither a request nor the opening of a connection, such as a sign-on. */
    public void addCode(Result result, String code) {
        otherCodes.add(result, code);
    }

    private long plausible(long endMillis) {
        long now = clock.getAsLong();
        return endMillis > now + NEWEST_MILLIS || endMillis < now - OLDEST_MILLIS ? now : endMillis;
    }

    private static long second(long millis) {
        return Math.floorDiv(millis, MILLIS);
    }

    /** When the last request ended; empty figures give the time now. */
    public long lastEndMillis() {
        long last = lastEndMillis.get();
        return last == Long.MIN_VALUE ? clock.getAsLong() : last;
    }

    /**
     * What there is to see. Takes some milliseconds.
     *
     * @param nowMillis up to when: the time now, or where samples come late, {@link #lastEndMillis()}
     */
    public LiveView seen(long nowMillis) {
        long first = firstDueMillis.get();
        boolean isEmpty = first == Long.MAX_VALUE;
        double age = isEmpty ? 0 : (nowMillis - first) / (double) MILLIS;
        WindowSum all = new WindowSum();
        all.add(due.sum(), ended.sum(), replies.sum(), roundTrips, lags);
        return new LiveView(
                all.over(age),
                lastSeconds(first, nowMillis),
                isEmpty ? List.of() : seconds(first, nowMillis),
                codes.counted(),
                otherCodes.counted(),
                notSent.sum(),
                opened.sum(),
                notOpened.sum(),
                lost.sum());
    }

    private LiveWindow lastSeconds(long firstMillis, long nowMillis) {
        long end = second(nowMillis);
        double from = Math.max(end - WINDOW_SECONDS, firstMillis / (double) MILLIS);
        WindowSum sum = new WindowSum();
        for (long second = end - WINDOW_SECONDS; second < end; second++) {
            SecondCounts counts = ring.known(second);
            if (counts != null) {
                counts.addTo(sum);
            }
        }
        return sum.over(end - from);
    }

    private List<LiveSecond> seconds(long firstMillis, long nowMillis) {
        long end = second(nowMillis);
        List<LiveSecond> seconds = new ArrayList<>();
        for (long second = Math.max(end - TOLD_SECONDS, second(firstMillis)); second < end; second++) {
            SecondCounts counts = ring.known(second);
            seconds.add(counts == null ? new LiveSecond(second, 0, 0, 0, 0, 0, 0) : counts.told());
        }
        return seconds;
    }
}
