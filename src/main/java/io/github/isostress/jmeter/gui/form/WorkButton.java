package io.github.isostress.jmeter.gui.form;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JButton;

/**
 * A button whose work is done off the event thread; meanwhile it cannot be pressed again.
 *
 * @param <T> what the work gives
 */
public final class WorkButton<T> extends JButton {
    private static final long serialVersionUID = 1L;

    private final transient InBackground<T> work;
    private boolean possible = true;

    /**
     * A button whose work has not begun.
     *
     * @param label the key of its label, and with {@code .tip} of its tooltip
     * @param begin reads the fields on the event thread and gives the work
     * @param show gets what the work gave
     * @param refuse gets the sentence why it failed
     */
    public WorkButton(String label, Supplier<Callable<T>> begin, Consumer<T> show, Consumer<String> refuse) {
        super(PanelLabels.get(label));
        setToolTipText(PanelLabels.get(label + ".tip"));
        work = new InBackground<>(done(show), done(thrown -> refuse.accept(FailureSentence.of(thrown))));
        addActionListener(event -> {
            work.begin(begin.get());
            setEnabled(possible);
        });
    }

    private <O> Consumer<O> done(Consumer<O> outcome) {
        return result -> {
            setEnabled(possible);
            outcome.accept(result);
        };
    }

    /** Whether the work makes sense now; while it is being done the button waits in any case. */
    @Override
    public void setEnabled(boolean enabled) {
        possible = enabled;
        super.setEnabled(enabled && (work == null || !work.isBusy()));
    }

    /** Lets the work go on, but drops its outcome: something else is shown. */
    public void forget() {
        work.forget();
        setEnabled(possible);
    }

    /** Whether the work is going on. */
    boolean isBusy() {
        return work.isBusy();
    }
}
