package io.github.isostress.jmeter.number;

import io.github.isostress.message.number.RrnSequence;
import io.github.isostress.message.number.StanSequence;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Gives the tests of this JVM their sequences of one kind of numbers. JMeter properties set a test's first number and
 * the step to the next. Without them a test has this machine's share of the numbers; the first one begins by the time of
 * day, and each further one of the same share where the one before has ended. Thread-safe.
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
    private final long least;
    private final long largest;
    private final LongSupplier firstByClock;
    private final Maker<S> maker;
    private S latest;
    /** The share of the latest sequence if it began by the time of day. */
    private Optional<ShareProperties.Share> byClock = Optional.empty();

    interface Maker<S> {
        S make(long first, long step);
    }

    private NumberSource(String properties, long least, long largest, LongSupplier firstByClock, Maker<S> maker) {
        this.properties = new ShareProperties(properties, least, largest);
        this.least = least;
        this.largest = largest;
        this.firstByClock = firstByClock;
        this.maker = maker;
    }

    /**
     * The sequence of a test that begins.
     *
     * @throws IllegalArgumentException with one clear sentence if a property cannot be used
     */
    synchronized S ofTest() {
        Optional<ShareProperties.Share> set = properties.share();
        if (set.isPresent()) {
            latest = maker.make(set.get().first(), set.get().step());
            byClock = Optional.empty();
        } else {
            ofMachine(ShareProperties.Share.ofMachine());
        }
        return latest;
    }

    private void ofMachine(ShareProperties.Share share) {
        if (byClock.isEmpty() || !byClock.get().equals(share)) {
            latest = maker.make(firstOf(share), share.step());
            byClock = Optional.of(share);
        }
    }

    /** The number of the share that is nearest to that of the clock. */
    private long firstOf(ShareProperties.Share share) {
        long first = firstByClock.getAsLong();
        long inShare = first - (first - least) % share.step() + share.first() - 1;
        return inShare > largest ? inShare - share.step() : inShare;
    }

    /** The sequence of the latest test, or of the next one if there was none; it goes on. */
    synchronized S latest() {
        return latest == null ? ofTest() : latest;
    }
}
