package io.github.isostress.jmeter;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.jmeter.threads.JMeterContext;

/**
 * When a sample is meant to begin. A timer in front of the sample says so and the sampler reads it. What is said lies
 * in JMeter's context of that one sample, which JMeter clears after it. Timer and sampler run in the context's thread.
 */
public final class IntendedStart {
    private static final String KEY = "iso8583.intendedStart";
    private static final String REFUSAL = "iso8583.intendedStart.refusal";

    private IntendedStart() {}

    /** Hears what became of a sample for which a time was set. Called in the sample's thread. */
    public interface Departure {
        /**
         * The request was sent.
         *
         * @param lagNanos how long after the intended start; not negative
         */
        void sent(long lagNanos);

        /** The request could not be sent. */
        void notSent();
    }

    /**
     * What a timer has set.
     *
     * @param departure null if the timer does not ask what became of the sample
     * @param before what another timer set before; null if none did
     */
    private record Intended(long nanos, Departure departure, Intended before) {}

    /**
     * Sets when the next sample is meant to begin. If several timers set it, the last one counts.
     *
     * @param nanos as of {@link System#nanoTime()}; may have passed
     */
    public static void set(JMeterContext context, long nanos) {
        set(context, nanos, null);
    }

    /** As {@link #set(JMeterContext, long)}, and the departure hears what became of the sample. */
    public static void set(JMeterContext context, long nanos, Departure departure) {
        Map<String, Object> ofSample = context.getSamplerContext();
        Intended before = ofSample.get(KEY) instanceof Intended set ? set : null;
        ofSample.put(KEY, new Intended(nanos, departure, before));
    }

    /**
     * Tells every timer that the request was sent. Calls after the first do nothing.
     *
     * @param nanos when, as of {@link System#nanoTime()}
     */
    public static void sent(JMeterContext context, long nanos) {
        for (Intended each = take(context); each != null; each = each.before) {
            if (each.departure != null) {
                each.departure.sent(Math.max(0, nanos - each.nanos));
            }
        }
    }

    /** Tells every timer that the request could not be sent, unless {@link #sent} was called before. */
    public static void notSent(JMeterContext context) {
        for (Intended each = take(context); each != null; each = each.before) {
            if (each.departure != null) {
                each.departure.notSent();
            }
        }
    }

    private static Intended take(JMeterContext context) {
        return context.getSamplerContext().remove(KEY) instanceof Intended last ? last : null;
    }

    /** Keeps the next sample from being sent, since the timer cannot say when: one clear sentence. */
    public static void refuse(JMeterContext context, String sentence) {
        context.getSamplerContext().put(REFUSAL, sentence);
    }

    /**
     * Lets the sample pass.
     *
     * @throws FailureException {@link Failure#CONFIG_ERROR} if a timer has refused it
     */
    public static void check(JMeterContext context) throws FailureException {
        if (context.getSamplerContext().get(REFUSAL) instanceof String sentence) {
            throw new FailureException(Failure.CONFIG_ERROR, sentence);
        }
    }

    /** When this sample is meant to begin, as of {@link System#nanoTime()}; empty if no timer has set it. */
    public static OptionalLong of(JMeterContext context) {
        return context.getSamplerContext().get(KEY) instanceof Intended last
                ? OptionalLong.of(last.nanos)
                : OptionalLong.empty();
    }
}
