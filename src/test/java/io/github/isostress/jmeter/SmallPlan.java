package io.github.isostress.jmeter;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.jmeter.control.LoopController;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.TestPlan;
import org.apache.jmeter.threads.ThreadGroup;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;

/** A plan of one thread group, which JMeter's own engine runs in this JVM. */
public final class SmallPlan {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HashTree root = new ListedHashTree();
    private final HashTree plan;
    private final HashTree group;
    private final Collector collector = new Collector();

    /** A plan whose threads run each so many loops. */
    public SmallPlan(int threads, int loops) {
        LoopController controller = new LoopController();
        controller.setLoops(loops);
        ThreadGroup threadGroup = new ThreadGroup();
        threadGroup.setName("workers");
        threadGroup.setNumThreads(threads);
        threadGroup.setRampUp(0);
        threadGroup.setSamplerController(controller);
        plan = root.add(new TestPlan("small"));
        plan.add(collector);
        group = plan.add(threadGroup);
    }

    /** What is below the test plan. */
    public HashTree plan() {
        return plan;
    }

    /** What is below the thread group. */
    public HashTree group() {
        return group;
    }

    /** Runs the plan to its end and gives the samples that its listeners saw. */
    public List<SampleResult> run() throws Exception {
        StandardJMeterEngine engine = new StandardJMeterEngine();
        engine.configure(root);
        engine.runTest();
        engine.awaitTermination(LONGEST);
        return List.copyOf(collector.samples);
    }

    /** Keeps every sample; public with a public constructor, as JMeter wants its elements. */
    public static final class Collector extends AbstractTestElement implements SampleListener, NoThreadClone {
        private static final long serialVersionUID = 1L;

        private final transient Queue<SampleResult> samples = new ConcurrentLinkedQueue<>();

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
