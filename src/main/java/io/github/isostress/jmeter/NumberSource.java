package io.github.isostress.jmeter;

import io.github.isostress.message.number.RrnSequence;
import io.github.isostress.message.number.StanSequence;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Gives the tests of this JVM their sequences of one kind of numbers. JMeter properties set a test's first number and
 * the step to the next. Without them the first test begins by the time of day, and each further one where the one
 * before has ended. Thread-safe.
 */
final class NumberSource<S> {
    /** Systems trace audit numbers. */
    static final NumberSource<StanSequence> STANS = new NumberSource<>(
            "iso8583.stan",
            StanSequence.LEAST,
            StanSequence.LARGEST,
            () -> StanSequence.firstAt(Clock.systemUTC()),
            StanSequence::new);

    /** Retrieval reference numbers. */
    static final NumberSource<RrnSequence> RRNS = new NumberSource<>(
            "iso8583.rrn",
            RrnSequence.LEAST,
            RrnSequence.LARGEST,
            () -> RrnSequence.firstAt(Clock.systemUTC()),
            (first, step) -> new RrnSequence(Clock.systemUTC(), first, step));

    private final ShareProperties properties;
    private final LongSupplier firstByClock;
    private final Maker<S> maker;
    private S latest;
    /** Whether the latest sequence began by the time of day. */
    private boolean isByClock;

    interface Maker<S> {
        S make(long first, long step);
    }

    private NumberSource(String properties, long least, long largest, LongSupplier firstByClock, Maker<S> maker) {
        this.properties = new ShareProperties(properties, least, largest);
        this.firstByClock = firstByClock;
        this.maker = maker;
    }

    /**
     * The sequence of a test that begins.
     *
     * @throws IllegalArgumentException with one clear sentence if a property cannot be used
     */
    synchronized S ofTest() {
        Optional<ShareProperties.Share> share = properties.share();
        if (share.isPresent()) {
            latest = maker.make(share.get().first(), share.get().step());
        } else if (!isByClock) {
            latest = maker.make(firstByClock.getAsLong(), 1);
        }
        isByClock = share.isEmpty();
        return latest;
    }

    /** The sequence of the latest test, or of the next one if there was none; it goes on. */
    synchronized S latest() {
        return latest == null ? ofTest() : latest;
    }
}
