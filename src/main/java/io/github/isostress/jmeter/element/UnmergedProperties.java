package io.github.isostress.jmeter.element;

import java.util.NoSuchElementException;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.apache.jmeter.testelement.property.PropertyIterator;

/**
 * What JMeter gets of an element's properties when it merges them into a sampler: none. It merges a config element into
 * every sampler in scope that does not refuse it, and a Debug PostProcessor would show them there.
 */
final class UnmergedProperties implements PropertyIterator {
    private static final String MERGE = "mergeIn";
    private static final int OUR_FRAMES = 2;

    /** Whether the caller of the caller is about to merge an element. */
    static boolean areAsked() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(OUR_FRAMES).findFirst())
                .filter(frame -> frame.getMethodName().equals(MERGE)
                        && frame.getClassName().equals(AbstractTestElement.class.getName()))
                .isPresent();
    }

    @Override
    public boolean hasNext() {
        return false;
    }

    @Override
    public JMeterProperty next() {
        throw new NoSuchElementException();
    }

    @Override
    public void remove() {
        throw new IllegalStateException();
    }
}
