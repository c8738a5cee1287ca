package io.github.isostress.jmeter;

import io.github.isostress.message.number.RrnSequence;
import io.github.isostress.message.number.StanSequence;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.util.JMeterUtils;

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

    private final String properties;
    private final long least;
    private final long largest;
    private final LongSupplier firstByClock;
    private final Maker<S> maker;
    private S latest;
    /** Whether the latest sequence began by the time of day. */
    private boolean isByClock;

    interface Maker<S> {
        S make(long first, long step);
    }

    private NumberSource(String properties, long least, long largest, LongSupplier firstByClock, Maker<S> maker) {
        this.properties = properties;
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
        String first = text("first");
        String step = text("step");
        if (first.isEmpty() && !step.isEmpty() && number("step", step, 1) != 1) {
            throw new IllegalArgumentException("property " + properties + ".step is '" + step + "', but " + properties
                    + ".first is not set: it says which of the " + step + " shares this JVM has");
        }
        if (!first.isEmpty()) {
            latest = maker.make(number("first", first, least), step.isEmpty() ? 1 : number("step", step, 1));
        } else if (!isByClock) {
            latest = maker.make(firstByClock.getAsLong(), 1);
        }
        isByClock = first.isEmpty();
        return latest;
    }

    /** The sequence of the latest test, or of the next one if there was none; it goes on. */
    synchronized S latest() {
        return latest == null ? ofTest() : latest;
    }

    private String text(String name) {
        return StringUtils.trimToEmpty(JMeterUtils.getProperty(properties + "." + name));
    }

    private long number(String name, String text, long lowest) {
        long number = text.matches("\\d{1,9}") ? Long.parseLong(text) : -1;
        if (number < lowest || number > largest) {
            throw new IllegalArgumentException("property " + properties + "." + name + " is '" + text
                    + "', it must be a whole number in " + lowest + "-" + largest);
        }
        return number;
    }
}
