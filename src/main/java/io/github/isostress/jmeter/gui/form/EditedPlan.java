package io.github.isostress.jmeter.gui.form;

import java.util.Map;

/** What the plan under edit gives the element that a panel shows. Used on the event thread. */
@FunctionalInterface
public interface EditedPlan {
    /** The scope of the element. */
    PlanTreeScope scope();

    /** The values of the variables that the plan defines for the element, expressions as they were written. */
    default Map<String, String> variables() {
        return scope().variables();
    }
}
