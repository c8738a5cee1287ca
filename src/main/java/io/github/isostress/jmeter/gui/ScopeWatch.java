package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.FailureSentence;
import io.github.isostress.jmeter.gui.form.InBackground;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.Timer;
import javax.swing.event.TreeModelEvent;
import javax.swing.event.TreeModelListener;
import org.apache.jmeter.gui.GuiPackage;

/**
 * Tells of the connection in scope when another element is shown and when the plan's tree has changed. The tree is read
 * on the event thread, files off it. Used on the event thread.
 */
final class ScopeWatch implements TreeModelListener {
    private static final int PAUSE_MILLIS = 300;

    private final Supplier<PlanTreeScope> scope;
    private final Function<PlanTreeScope, KnownScope> read;
    private final Consumer<PlanTreeScope> changed;
    private final InBackground<KnownScope> reading;
    private final Timer soon = new Timer(PAUSE_MILLIS, event -> readIfChanged());
    private PlanTreeScope last = PlanTreeScope.NONE;

    /**
     * Nothing is watched yet.
     *
     * @param scope reads the tree
     * @param read finds out what is known of a scope, off the event thread
     * @param tell gets what is known of each new scope
     * @param changed is told after a scope other than the last was found
     */
    ScopeWatch(
            Supplier<PlanTreeScope> scope,
            Function<PlanTreeScope, KnownScope> read,
            Consumer<KnownScope> tell,
            Consumer<PlanTreeScope> changed) {
        this.scope = scope;
        this.read = read;
        this.changed = changed;
        this.reading = new InBackground<>(tell, thrown -> tell.accept(KnownScope.unusable(FailureSentence.of(thrown))));
        soon.setRepeats(false);
    }

    /**
     * Another element is shown, or the same anew: what is being read belongs to the one before. JMeter shows each element
     * for a moment while it loads a plan.
     */
    void shown() {
        reading.forget();
        last = null;
        soon.setInitialDelay(0);
        soon.restart();
    }

    /** Begins to listen to the tree of the plan that is open in JMeter, and reads it. */
    void begin() {
        if (GuiPackage.getInstance() != null) {
            GuiPackage.getInstance().getTreeModel().addTreeModelListener(this);
        }
        shown();
    }

    /** Stops listening. */
    void end() {
        soon.stop();
        if (GuiPackage.getInstance() != null) {
            GuiPackage.getInstance().getTreeModel().removeTreeModelListener(this);
        }
    }

    private void readIfChanged() {
        PlanTreeScope now = scope.get();
        if (!now.equals(last)) {
            last = now;
            reading.begin(() -> read.apply(now));
            changed.accept(now);
        }
    }

    private void treeChanged() {
        soon.setInitialDelay(PAUSE_MILLIS);
        soon.restart();
    }

    @Override
    public void treeNodesChanged(TreeModelEvent event) {
        treeChanged();
    }

    @Override
    public void treeNodesInserted(TreeModelEvent event) {
        treeChanged();
    }

    @Override
    public void treeNodesRemoved(TreeModelEvent event) {
        treeChanged();
    }

    @Override
    public void treeStructureChanged(TreeModelEvent event) {
        treeChanged();
    }
}
