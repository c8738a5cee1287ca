package io.github.isostress.jmeter.editor;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.template.RequestCheck;
import io.github.isostress.message.template.TemplateProblem;
import io.github.isostress.message.template.TemplateSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.swing.SwingWorker;
import javax.swing.Timer;

/**
 * Checks the template while it is typed: off the event thread, after a pause that is too short to be noticed. Only what
 * the newest check found is shown. Nothing is checked while the packager is not known yet: without one, every element
 * would be wrong. Used on the event thread.
 */
final class LiveCheck {
    static final int PAUSE_MILLIS = 80;

    private final Rules rules;
    private final Supplier<List<TemplateSource>> sources;
    private final BiConsumer<List<TemplateProblem>, Optional<String>> show;
    private final Timer pause = new Timer(PAUSE_MILLIS, event -> begin());
    private Optional<IsoPackager> packager = Optional.empty();
    private boolean isPackagerKnown;
    private RequestCheck requestCheck = RequestCheck.READ_BACK;
    private SwingWorker<List<TemplateProblem>, Void> newest;

    /** Finds what is wrong with a template; called off the event thread. */
    @FunctionalInterface
    interface Rules {
        /**
         * The problems, in the order of the texts and their lines.
         *
         * @param sources the text that is edited, then those that it inherits, nearest first
         */
        List<TemplateProblem> problems(
                List<TemplateSource> sources, Optional<IsoPackager> packager, RequestCheck requestCheck);
    }

    /**
     * Checks nothing yet.
     *
     * @param show gets the problems, and why the check could not be made if it could not
     */
    LiveCheck(
            Rules rules,
            Supplier<List<TemplateSource>> sources,
            BiConsumer<List<TemplateProblem>, Optional<String>> show) {
        this.rules = rules;
        this.sources = sources;
        this.show = show;
        pause.setRepeats(false);
    }

    /** Checks the text as soon as nothing is typed for a moment. */
    void soon() {
        newest = null;
        if (isPackagerKnown) {
            pause.restart();
        }
    }

    /** Checks by this packager from now on; empty for raw messages. */
    void setPackager(Optional<IsoPackager> packager) {
        this.packager = packager;
        isPackagerKnown = true;
        soon();
    }

    /** Checks nothing until a packager is set: that of the message before may be another. */
    void awaitPackager() {
        isPackagerKnown = false;
        newest = null;
        pause.stop();
    }

    void setRequestCheck(RequestCheck chosen) {
        requestCheck = chosen;
        soon();
    }

    private void begin() {
        List<TemplateSource> checked = sources.get();
        Optional<IsoPackager> checkedBy = packager;
        RequestCheck wanted = requestCheck;
        newest = new SwingWorker<>() {
            @Override
            protected List<TemplateProblem> doInBackground() {
                return rules.problems(checked, checkedBy, wanted);
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

    private void deliver(SwingWorker<List<TemplateProblem>, Void> done) {
        try {
            show.accept(done.get(), Optional.empty());
        } catch (ExecutionException e) {
            show.accept(List.of(), Optional.of(e.getCause().toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
