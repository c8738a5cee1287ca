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
final class RunningPlan {
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

    private static HashTree tree() {
        try {
            Object engine = FieldUtils.readStaticField(StandardJMeterEngine.class, "engine", true);
            return Optional.ofNullable((HashTree) FieldUtils.readField(engine, "test", true))
                    .orElseGet(HashTree::new);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "this JMeter does not show the plan that it runs, so the keys in scope are not known", e);
        }
    }
}
