package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.support.Await;
import java.awt.Component;
import java.awt.Container;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.SwingUtilities;

/** The parts of a panel, worked with on the event thread. */
public final class Parts {
    private final Container panel;

    Parts(Container panel) {
        this.panel = panel;
    }

    /** What the work on the event thread gives. */
    public static <T> T seen(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        SwingUtilities.invokeAndWait(task);
        return task.get();
    }

    /** Work on the event thread. */
    public static void perform(Runnable work) throws InterruptedException, InvocationTargetException {
        SwingUtilities.invokeAndWait(work);
    }

    /** Waits for what the event thread sees. */
    public static void awaitOnEventThread(String expectation, Callable<Boolean> condition) {
        Await.until(expectation, () -> {
            try {
                return seen(condition);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    /** The part of that type whose accessible name is that label. */
    <C extends Component> C labelled(Class<C> type, String labelKey) {
        return named(panel, type, PanelLabels.get(labelKey));
    }

    /** All parts, at any depth. */
    public static Stream<Component> of(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(part ->
                        part instanceof Container inner ? Stream.concat(Stream.of(part), of(inner)) : Stream.of(part));
    }

    /** The part of that type and accessible name. */
    public static <C extends Component> C named(Container container, Class<C> type, String name) {
        return of(container)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(part -> name.equals(part.getAccessibleContext().getAccessibleName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " '" + name + "'"));
    }

    /** Presses the button of that label, the first of several. */
    public static void press(Container container, String label) {
        named(container, AbstractButton.class, label).doClick(0);
    }
}
