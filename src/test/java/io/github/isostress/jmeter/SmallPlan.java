package io.github.isostress.jmeter;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.samplers.SampleMonitor;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.threads.ThreadGroup;
import org.apache.jmeter.timers.ConstantTimer;
import org.apache.jorphan.collections.HashTree;

/** A plan of one thread group, which JMeter's own engine runs in this JVM. */
public final class SmallPlan {
    private static final Duration LONGEST = Duration.ofSeconds(180);

    private final PlanTree tree = new PlanTree();
    private final PlanTree.Group group;
    private final Collector collector = new Collector();
    private final StandardJMeterEngine engine = new StandardJMeterEngine();

    /** A plan whose threads each run the loops. */
    public SmallPlan(int threads, int loops) {
        tree.plan().add(collector);
        group = tree.group("workers", threads, loops);
    }

    /** The elements below the test plan. */
    public HashTree plan() {
        return tree.plan();
    }

    /** The elements below the thread group. */
    public HashTree group() {
        return group.tree();
    }

    public ThreadGroup threadGroup() {
        return group.element();
    }

    /** Adds a thread group whose threads each run once, and gives the elements below it. */
    public HashTree otherGroup(String name, int threads) {
        return tree.group(name, threads, 1).tree();
    }

    /** Adds a pause before every sample of the thread group. */
    public void pauseBeforeSamples(long millis) {
        ConstantTimer timer = new ConstantTimer();
        timer.setDelay(String.valueOf(millis));
        group.tree().add(timer);
    }

    /** The samples that listeners have seen until now. */
    public List<SampleResult> samples() {
        return collector.samples();
    }

    /** How many samples have begun until now; one that JMeter's Stop meets then is interrupted. */
    public int begunSamples() {
        return collector.begun.get();
    }

    /** Starts the plan without waiting for its end. */
    public void start() throws Exception {
        engine.configure(tree.root());
        engine.runTest();
    }

    /** Adds another group of threads. */
    public PlanTree.Group addGroup(String name, int threads, int loops) {
        return tree.group(name, threads, loops);
    }

    /** Ends the plan as JMeter's Shutdown does, waits for its end and gives the samples. */
    public List<SampleResult> shutDown() throws Exception {
        engine.stopTest(false);
        engine.awaitTermination(LONGEST);
        return samples();
    }

    /** Stops the plan as JMeter's Stop button does, waits for its end and gives the samples. */
    public List<SampleResult> stop() throws Exception {
        engine.stopTest(true);
        return await();
    }

    /** Runs the plan to its end and gives the samples that its listeners saw. */
    public List<SampleResult> run() throws Exception {
        start();
        return await();
    }

    /** Waits for the end of the plan that was started, and gives the samples. */
    public List<SampleResult> await() throws Exception {
        engine.awaitTermination(LONGEST);
        return samples();
    }

    /** Keeps every sample. Public, since JMeter makes its elements by reflection. */
    public static final class Collector extends AbstractTestElement
            implements SampleListener, SampleMonitor, NoThreadClone {
        private static final long serialVersionUID = 1L;

        private final transient Queue<SampleResult> samples = new ConcurrentLinkedQueue<>();
        private final transient AtomicInteger begun = new AtomicInteger();

        /** The samples so far. */
        List<SampleResult> samples() {
            return List.copyOf(samples);
        }

        @Override
        public void sampleOccurred(SampleEvent event) {
            samples.add(event.getResult());
        }

        @Override
        public void sampleStarting(Sampler sampler) {
            begun.incrementAndGet();
        }

        @Override
        public void sampleEnded(Sampler sampler) {
            // Only their beginnings count.
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
}
