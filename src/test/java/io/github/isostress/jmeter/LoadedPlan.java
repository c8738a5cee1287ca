package io.github.isostress.jmeter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.jmeter.JMeter;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.SearchByClass;

/** A plan from a file, which JMeter's own engine runs in this JVM. */
public final class LoadedPlan {
    private static final Duration LONGEST = Duration.ofSeconds(180);

    private final HashTree tree;

    public LoadedPlan(Path file) throws Exception {
        tree = SaveService.loadTree(file.toFile());
    }

    /** Our elements, in the order of the tree. */
    public List<TestElement> ourElements() {
        SearchByClass<TestElement> elements = new SearchByClass<>(TestElement.class);
        tree.traverse(elements);
        return elements.getSearchResults().stream()
                .filter(element -> element.getClass().getName().startsWith("io.github.isostress."))
                .toList();
    }

    /** Runs the plan without what is disabled in it to its end and gives the samples that its listeners saw. */
    public List<SampleResult> run() throws Exception {
        SmallPlan.Collector collector = new SmallPlan.Collector();
        JMeter.convertSubTree(tree, false);
        tree.getTree(tree.getArray()[0]).add(collector);
        StandardJMeterEngine engine = new StandardJMeterEngine();
        engine.configure(tree);
        engine.runTest();
        engine.awaitTermination(LONGEST);
        return collector.samples();
    }
}
