package io.github.isostress.it;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.testelement.property.ObjectProperty;

/**
 * Repeats its only sampler a number of times in all threads together, so that threads with long samples delay nobody's
 * end. Public, since JMeter makes its elements by reflection.
 */
public final class SharedLoops extends GenericController {
    private static final long serialVersionUID = 1L;
    private static final String LEFT = "left";

    /** For JMeter. */
    public SharedLoops() {}

    SharedLoops(long times) {
        setProperty(new ObjectProperty(LEFT, new AtomicLong(times)));
    }

    @Override
    public Sampler next() {
        AtomicLong left = (AtomicLong) getProperty(LEFT).getObjectValue();
        if (left.getAndDecrement() > 0) {
            return (Sampler) subControllersAndSamplers.get(0);
        }
        setDone(true);
        return null;
    }
}
