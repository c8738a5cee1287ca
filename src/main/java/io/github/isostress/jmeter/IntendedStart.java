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

    /**
     * Tells the sample to come when it is meant to begin; the last word counts.
     *
     * @param nanos {@link System#nanoTime()}, to come or passed
     */
    public static void tell(JMeterContext context, long nanos) {
        context.getSamplerContext().put(KEY, nanos);
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
        return told.get(KEY) instanceof Long nanos ? OptionalLong.of(nanos) : OptionalLong.empty();
    }
}
