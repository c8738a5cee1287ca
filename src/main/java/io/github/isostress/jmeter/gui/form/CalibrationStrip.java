package io.github.isostress.jmeter.gui.form;

import java.text.MessageFormat;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.apache.commons.lang3.StringUtils;

/** Calibrates by hand and tells the figures in a sentence. */
public final class CalibrationStrip extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<CalibrationAttempt> attempts;
    private final transient InBackground<String> calibrating = new InBackground<>(this::show, this::refuse);
    private final ActionButton begin = new ActionButton("calibrate.begin", this::begin);
    private final ActionButton cancel = new ActionButton("calibrate.cancel", this::cancel);
    private final SentenceArea words = new SentenceArea(2);
    private transient CalibrationAttempt attempt;

    /**
     * For the plan that is open in JMeter.
     *
     * @param plan for its variables
     */
    public CalibrationStrip(EditedPlan plan) {
        this(() -> CalibrationOfOpenPlan.of(plan.variables()));
    }

    /**
     * Nothing is calibrated yet.
     *
     * @param attempts reads the plan on the event thread
     */
    CalibrationStrip(Supplier<CalibrationAttempt> attempts) {
        super(new MigLayout("insets 6lp, fillx", "[][][grow]"));
        this.attempts = attempts;
        words.setName("calibrate.words");
        words.getAccessibleContext().setAccessibleName(PanelLabels.get("calibrate.words"));
        words.setToolTipText(PanelLabels.get("calibrate.words"));
        add(begin);
        add(cancel);
        add(words, "growx, pushx, wmin 0");
        forget();
    }

    private void begin() {
        if (calibrating.isBusy()) {
            return;
        }
        attempt = attempts.get();
        busy(true);
        words.tell(MessageFormat.format(PanelLabels.get("calibrate.running"), CalibrationOfOpenPlan.SECONDS));
        calibrating.begin(attempt);
    }

    private void cancel() {
        attempt.cancel();
        cancel.setEnabled(false);
        words.tell(PanelLabels.get("try.cancelling"));
    }

    /** Ends what is under way and shows nothing of it: another element is edited. */
    public void forget() {
        if (calibrating.isBusy()) {
            attempt.cancel();
            calibrating.forget();
        }
        busy(false);
        words.tell(MessageFormat.format(PanelLabels.get("calibrate.hint"), CalibrationOfOpenPlan.SECONDS));
    }

    private void busy(boolean isBusy) {
        begin.givesWayTo(cancel, isBusy);
    }

    private void show(String figures) {
        busy(false);
        words.tell(StringUtils.capitalize(figures) + ".");
    }

    private void refuse(Throwable thrown) {
        busy(false);
        if (thrown instanceof CancellationException) {
            words.tell(PanelLabels.get("calibrate.cancelled"));
        } else {
            words.refuse(FailureSentence.of(thrown));
        }
    }
}
