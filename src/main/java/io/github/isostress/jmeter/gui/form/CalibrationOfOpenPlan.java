package io.github.isostress.jmeter.gui.form;

import io.github.isostress.jmeter.calibration.Calibration;
import io.github.isostress.jmeter.calibration.CalibrationResult;
import java.util.Map;
import org.apache.jmeter.JMeter;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;

/** A calibration with the requests of the plan that is open in JMeter, as the panels have it now. */
final class CalibrationOfOpenPlan implements CalibrationAttempt {
    /** For how long. */
    static final int SECONDS = 10;

    private final HashTree plan;
    private final Map<String, String> variables;
    private final boolean testRuns = JMeterContextService.getTestStartTime() > 0;
    private volatile boolean isCancelled;

    private CalibrationOfOpenPlan(HashTree plan, Map<String, String> variables) {
        this.plan = plan;
        this.variables = variables;
    }

    /**
     * Copies the plan. On the event thread.
     *
     * @param variables the values of the plan's variables, expressions as they were written
     */
    static CalibrationOfOpenPlan of(Map<String, String> variables) {
        GuiPackage gui = GuiPackage.getInstance();
        if (gui == null) {
            return new CalibrationOfOpenPlan(new ListedHashTree(), variables);
        }
        gui.updateCurrentNode();
        HashTree tree = gui.getTreeModel().getTestPlan();
        return new CalibrationOfOpenPlan(JMeter.convertSubTree(tree, true), variables);
    }

    @Override
    public String call() {
        if (testRuns) {
            throw new IllegalArgumentException(PanelLabels.get("calibrate.testRuns"));
        }
        CalibrationResult result =
                Calibration.of(plan, variables, SECONDS, () -> isCancelled).run();
        return result.warning().map(words -> result.sentence() + ". " + words).orElseGet(result::sentence);
    }

    @Override
    public void cancel() {
        isCancelled = true;
    }
}
