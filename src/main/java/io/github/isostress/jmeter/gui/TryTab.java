package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.ActionButton;
import io.github.isostress.jmeter.gui.form.FailureSentence;
import io.github.isostress.jmeter.gui.form.InBackground;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.view.ExchangeView;
import java.awt.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Timer;
import javax.swing.event.ListSelectionEvent;
import net.miginfocom.swing.MigLayout;
import org.apache.jmeter.samplers.SampleResult;

/** The tab that tries what the panel shows, outside any test, and shows each step. */
final class TryTab extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int STEPS_SEEN = 4;
    private static final int PERIOD_MILLIS = 200;

    private final transient Supplier<Attempt> attempts;
    private final transient Predicate<SampleResult> stepWorthSeeing;
    private final transient InBackground<List<SampleResult>> trying = new InBackground<>(this::show, this::refuse);
    private final String prefix;
    private final ActionButton begin;
    private final ActionButton cancel = new ActionButton("try.cancel", this::cancel);
    private final Remark remark = new Remark("try.remark");
    private final StepTable steps = new StepTable();
    private final Timer timer = new Timer(PERIOD_MILLIS, event -> tellWhatIsAwaited());
    private final ExchangeView view = new ExchangeView();
    private transient Attempt attempt;

    /**
     * Nothing is tried yet.
     *
     * @param prefix of the labels of what is tried
     * @param attempts reads panel and tree on the event thread
     * @param stepWorthSeeing tells which step is shown, if it came to that
     */
    TryTab(String prefix, Supplier<Attempt> attempts, Predicate<SampleResult> stepWorthSeeing) {
        super(new MigLayout("fill, insets 6lp, hidemode 3", "[][][grow, fill]", "[][][grow, fill]"));
        this.attempts = attempts;
        this.stepWorthSeeing = stepWorthSeeing;
        this.prefix = prefix;
        this.begin = new ActionButton(prefix + "try", this::begin);
        JScrollPane scroll = new JScrollPane(steps);
        steps.setPreferredScrollableViewportSize(new Dimension(0, STEPS_SEEN * steps.getRowHeight()));
        steps.getSelectionModel().addListSelectionListener(this::selected);
        add(begin, "");
        add(cancel, "");
        add(remark, "wmin 0, wrap");
        add(scroll, "span, growx, wmin 0, wrap");
        add(view, "span, grow, w 0:300lp, h 0:140lp");
        begin.pressedByControlEnterIn(this);
        forget();
    }

    /** Tries it, unless it is being tried already. */
    void begin() {
        if (trying.isBusy()) {
            return;
        }
        attempt = attempts.get();
        steps.show(List.of());
        busy(true, PanelLabels.get("try.running"));
        trying.begin(attempt);
        timer.start();
    }

    private void tellWhatIsAwaited() {
        remark.say(attempt.awaited().orElseGet(() -> PanelLabels.get("try.running")));
    }

    private void cancel() {
        timer.stop();
        attempt.cancel();
        cancel.setEnabled(false);
        remark.say(PanelLabels.get("try.cancelling"));
    }

    /** Cancels what is under way and shows nothing of it: another element is edited. */
    void forget() {
        if (trying.isBusy()) {
            attempt.cancel();
            trying.forget();
        }
        steps.show(List.of());
        view.clear();
        busy(false, PanelLabels.get(prefix + "try.hint"));
    }

    private void busy(boolean isBusy, String words) {
        timer.stop();
        begin.givesWayTo(cancel, isBusy);
        remark.say(words);
    }

    private void show(List<SampleResult> samples) {
        busy(false, PanelLabels.get(samples.isEmpty() ? "try.nothing" : "try.ended"));
        worthSeeing(samples).ifPresentOrElse(sample -> steps.show(samples, sample), () -> steps.show(samples));
    }

    /** The step worth seeing or, if it did not happen, the one that failed. */
    private Optional<SampleResult> worthSeeing(List<SampleResult> samples) {
        return first(samples, stepWorthSeeing)
                .or(() -> first(samples, sample -> !sample.isSuccessful()))
                .or(() -> first(samples, sample -> true));
    }

    private static Optional<SampleResult> first(List<SampleResult> samples, Predicate<SampleResult> test) {
        return samples.stream().filter(test).findFirst();
    }

    private void refuse(Throwable thrown) {
        busy(false, FailureSentence.of(thrown));
    }

    private void selected(ListSelectionEvent event) {
        if (event.getValueIsAdjusting()) {
            return;
        }
        steps.selected().ifPresentOrElse(view::show, view::clear);
    }
}
