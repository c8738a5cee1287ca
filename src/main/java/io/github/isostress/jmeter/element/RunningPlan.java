package io.github.isostress.jmeter.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.reflect.FieldUtils;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.HashTree;

/**
 * The plan that JMeter runs, for elements that are no samplers: JMeter tells samplers alone what is in their scope, and
 * has no method to ask for the plan. Stateless.
 */
public final class RunningPlan {
    private RunningPlan() {}

    /**
     * The keys in scope of an element: those beside it, then beside what it is in, up to the test plan; on one level in
     * the order of the tree.
     *
     * @throws IllegalArgumentException with one clear sentence if JMeter does not show its plan
     */
    static List<Iso8583Keys> keysAround(TestElement element) {
        List<Iso8583Keys> nearestFirst = new ArrayList<>();
        if (!collect(tree(), element, nearestFirst)) {
            throw new IllegalArgumentException("the element is not in the plan that runs, so its keys are not known");
        }
        return nearestFirst;
    }

    /** Whether the element is in this part of the plan; then the keys of each level on the way to it are added. */
    private static boolean collect(HashTree level, TestElement element, List<Iso8583Keys> nearestFirst) {
        boolean isHere = false;
        for (Object node : level.list()) {
            isHere |= node == element || collect(level.getTree(node), element, nearestFirst);
        }
        if (isHere) {
            for (Object node : level.list()) {
                if (node instanceof Iso8583Keys keys) {
                    nearestFirst.add(keys);
                }
            }
        }
        return isHere;
    }

    /**
     * The plan's elements, without the disabled ones.
     *
     * @throws IllegalArgumentException with one clear sentence if JMeter does not show its plan
     */
    public static HashTree tree() {
        try {
            return Optional.ofNullable((HashTree) FieldUtils.readField(engine(), "test", true))
                    .orElseGet(HashTree::new);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "this JMeter does not show the plan that it runs, so what is in scope is not known", e);
        }
    }

    /** Whether no test runs, or the one that runs was told to stop: JMeter forgets its engine then. */
    public static boolean isStopped() {
        try {
            return engine() == null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false;
        }
    }

    private static Object engine() throws ReflectiveOperationException {
        return FieldUtils.readStaticField(StandardJMeterEngine.class, "engine", true);
    }
}
