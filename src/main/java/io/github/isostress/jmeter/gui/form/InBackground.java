package io.github.isostress.jmeter.gui.form;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.swing.SwingWorker;

/**
 * Work off the event thread, of which only the newest outcome is shown: what was begun before is forgotten. Used on
 * the event thread, where the outcomes arrive, too.
 *
 * @param <T> what the work gives
 */
public final class InBackground<T> {
    private final Consumer<T> show;
    private final Consumer<Throwable> refuse;
    private SwingWorker<T, Void> newest;

    /**
     * Nothing is begun yet.
     *
     * @param show gets what the newest work gave
     * @param refuse gets what the newest work threw
     */
    public InBackground(Consumer<T> show, Consumer<Throwable> refuse) {
        this.show = show;
        this.refuse = refuse;
    }

    /** Begins work and forgets what was begun before. */
    public void begin(Callable<T> work) {
        newest = new SwingWorker<>() {
            @Override
            protected T doInBackground() throws Exception {
                return work.call();
            }

            @Override
            protected void done() {
                if (newest == this) {
                    newest = null;
                    deliver(this);
                }
            }
        };
        newest.execute();
    }

    /** Whether work is going on whose outcome is awaited. */
    public boolean isBusy() {
        return newest != null;
    }

    /** Forgets what was begun. */
    public void forget() {
        newest = null;
    }

    private void deliver(SwingWorker<T, Void> done) {
        try {
            show.accept(done.get());
        } catch (ExecutionException e) {
            refuse.accept(e.getCause());
        } catch (InterruptedException | CancellationException e) {
            refuse.accept(e);
        }
    }
}
