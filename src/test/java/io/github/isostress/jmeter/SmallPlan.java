package io.github.isostress.jmeter;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.ThreadGroup;
import org.apache.jmeter.timers.ConstantTimer;
import org.apache.jorphan.collections.HashTree;

/** A plan of one thread group, which JMeter's own engine runs in this JVM. */
public final class SmallPlan {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final PlanTree tree = new PlanTree();
    private final PlanTree.Group group;
    private final Collector collector = new Collector();
    private final StandardJMeterEngine engine = new StandardJMeterEngine();

    /** A plan whose threads run each so many loops. */
    public SmallPlan(int threads, int loops) {
        tree.plan().add(collector);
        group = tree.group("workers", threads, loops);
    }

    /** What is below the test plan. */
    public HashTree plan() {
        return tree.plan();
    }

    /** What is below the thread group. */
    public HashTree group() {
        return group.tree();
    }

    /** The thread group. */
    public ThreadGroup threadGroup() {
        return group.element();
    }

    /** Every sampler below the thread group waits so long before it samples. */
    public void pauseBeforeSamples(long millis) {
        ConstantTimer timer = new ConstantTimer();
        timer.setDelay(String.valueOf(millis));
        group.tree().add(timer);
    }

    /** What the listeners have seen so far. */
    public List<SampleResult> samples() {
        return collector.samples();
    }

    /** Starts the plan without waiting for its end. */
    public void start() throws Exception {
        engine.configure(tree.root());
        engine.runTest();
    }

    /** How many threads have begun. */
    public int activeThreads() {
        return JMeterContextService.getThreadCounts().activeThreads;
    }

    /** Stops the plan as JMeter's Stop button does, and gives the samples when all has ended. */
    public List<SampleResult> stop() throws Exception {
        engine.stopTest(true);
        engine.awaitTermination(LONGEST);
        return samples();
    }

    /** Runs the plan to its end and gives the samples that its listeners saw. */
    public List<SampleResult> run() throws Exception {
        start();
        engine.awaitTermination(LONGEST);
        return samples();
    }

    /** Keeps every sample; public with a public constructor, as JMeter wants its elements. */
    public static final class Collector extends AbstractTestElement implements SampleListener, NoThreadClone {
        private static final long serialVersionUID = 1L;

        private final transient Queue<SampleResult> samples = new ConcurrentLinkedQueue<>();

        /** The samples so far. */
        List<SampleResult> samples() {
            return List.copyOf(samples);
        }

        @Override
        public void sampleOccurred(SampleEvent event) {
            samples.add(event.getResult());
        }

        @Override
        public void sampleStarted(SampleEvent event) {
            // Only whole samples count.
        }

        @Override
        public void sampleStopped(SampleEvent event) {
            // Only whole samples count.
        }
    }
}
