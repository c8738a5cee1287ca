package io.github.isostress.it.verdict;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.testelement.AbstractTestElement;

/**
 * A listener that keeps more and more for itself, until little of the heap is left. Public, since JMeter makes its
 * elements by reflection.
 */
public final class HoardingListener extends AbstractTestElement implements SampleListener {
    private static final long serialVersionUID = 1L;
    private static final int BYTES = 1 << 20;
    private static final double LEFT = 0.07;
    private static final List<byte[]> HOARD = new CopyOnWriteArrayList<>();

    @Override
    public void sampleOccurred(SampleEvent event) {
        synchronized (HOARD) {
            Runtime runtime = Runtime.getRuntime();
            while (left(runtime) > LEFT) {
                HOARD.add(new byte[BYTES]);
                if (left(runtime) <= LEFT) {
                    System.gc();
                }
            }
        }
    }

    private static double left(Runtime runtime) {
        return 1 - (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
    }

    @Override
    public void sampleStarted(SampleEvent event) {
        // Whole samples only.
    }

    @Override
    public void sampleStopped(SampleEvent event) {
        // Whole samples only.
    }
}
