package io.github.isostress.jmeter;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.jmeter.threads.JMeterContext;

/**
 * When a sample is meant to begin, as a timer in front of it has decided: what the timer tells and the sampler reads,
 * through the context of that one sample, which JMeter clears after it. Both run in the context's own thread.
 */
public final class IntendedStart {
    private static final String KEY = "iso8583.intendedStart";
    private static final String REFUSAL = "iso8583.intendedStart.refusal";

    private IntendedStart() {}

    /** Hears what became of a sample that was meant to begin at a time; in the sample's thread. */
    public interface Departure {
        /**
         * Its request was sent.
         *
         * @param lagNanos how long after it was meant to be
         */
        void sent(long lagNanos);

        /** Its request could not be sent. */
        void notSent();
    }

    /** What was told, and before it by another timer; the departure is null where nobody wants to hear of it. */
    private record Told(long nanos, Departure departure, Told before) {}

    /**
     * Tells the sample to come when it is meant to begin; the last word counts.
     *
     * @param nanos {@link System#nanoTime()}, to come or passed
     */
    public static void tell(JMeterContext context, long nanos) {
        tell(context, nanos, null);
    }

    /** The same, by one who is to hear what became of it. */
    public static void tell(JMeterContext context, long nanos, Departure departure) {
        Map<String, Object> told = context.getSamplerContext();
        told.put(KEY, new Told(nanos, departure, told.get(KEY) instanceof Told before ? before : null));
    }

    /** The sample's request was sent then ({@link System#nanoTime()}); nothing that is said afterwards counts. */
    public static void sent(JMeterContext context, long nanos) {
        for (Told told = takeTold(context); told != null; told = told.before) {
            if (told.departure != null) {
                told.departure.sent(Math.max(0, nanos - told.nanos));
            }
        }
    }

    /** The sample's request could not be sent, unless the contrary was said. */
    public static void notSent(JMeterContext context) {
        for (Told told = takeTold(context); told != null; told = told.before) {
            if (told.departure != null) {
                told.departure.notSent();
            }
        }
    }

    private static Told takeTold(JMeterContext context) {
        return context.getSamplerContext().remove(KEY) instanceof Told told ? told : null;
    }

    /** Tells the sample to come that it must not begin, since the timer cannot say when: one clear sentence. */
    public static void refuse(JMeterContext context, String sentence) {
        context.getSamplerContext().put(REFUSAL, sentence);
    }

    /**
     * Lets a sample pass.
     *
     * @throws FailureException {@link Failure#CONFIG_ERROR} if it was refused
     */
    public static void check(JMeterContext context) throws FailureException {
        if (context.getSamplerContext().get(REFUSAL) instanceof String sentence) {
            throw new FailureException(Failure.CONFIG_ERROR, sentence);
        }
    }

    /** When this sample is meant to begin, as {@link System#nanoTime()}; empty if nobody has said so. */
    public static OptionalLong of(JMeterContext context) {
        Map<String, Object> told = context.getSamplerContext();
        return told.get(KEY) instanceof Told last ? OptionalLong.of(last.nanos) : OptionalLong.empty();
    }
}
