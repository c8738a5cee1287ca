package io.github.isostress.jmeter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jmeter.control.LoopController;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.TestPlan;
import org.apache.jmeter.threads.ThreadGroup;
import org.apache.jmeter.threads.gui.ThreadGroupGui;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;

/** Builds a test plan. */
public final class PlanTree {
    private final HashTree root = new ListedHashTree();
    private final HashTree plan;

    /** An empty plan. */
    public PlanTree() {
        TestPlan element = new TestPlan("plan");
        name(element, "plan", "org.apache.jmeter.control.gui.TestPlanGui");
        plan = root.add(element);
    }

    /**
     * A group of threads.
     *
     * @param element the thread group
     * @param tree the elements below it
     */
    public record Group(ThreadGroup element, HashTree tree) {}

    /** Adds a group whose threads start at once. Each runs the loops; -1 means without end. */
    public Group group(String name, int threads, int loops) {
        LoopController controller = new LoopController();
        name(controller, "loops", "org.apache.jmeter.control.gui.LoopControlPanel");
        controller.setLoops(loops);
        controller.setContinueForever(false);
        ThreadGroup element = new ThreadGroup();
        name(element, name, ThreadGroupGui.class.getName());
        element.setNumThreads(threads);
        element.setRampUp(0);
        element.setProperty("ThreadGroup.on_sample_error", "continue");
        element.setSamplerController(controller);
        element.setIsSameUserOnNextIteration(true);
        return new Group(element, plan.add(element));
    }

    private static void name(TestElement element, String name, String gui) {
        element.setName(name);
        element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
        element.setProperty(TestElement.GUI_CLASS, gui);
    }

    /** The elements below the test plan. */
    public HashTree plan() {
        return plan;
    }

    /** The whole tree, for an engine. */
    public HashTree root() {
        return root;
    }

    /** Writes the plan to a file, for a JMeter process. */
    public void save(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            SaveService.saveTree(root, out);
        }
    }
}
