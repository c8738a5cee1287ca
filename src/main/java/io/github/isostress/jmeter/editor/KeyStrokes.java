package io.github.isostress.jmeter.editor;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Keys that work in a component and in all within it. */
final class KeyStrokes {
    private KeyStrokes() {}

    static void bind(JComponent component, KeyStroke key, String name, Runnable run) {
        bind(component, key, name, action(run));
    }

    static void bind(JComponent component, KeyStroke key, String name, Action action) {
        component.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(key, name);
        component.getActionMap().put(name, action);
    }

    static Action action(Runnable run) {
        return new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                run.run();
            }
        };
    }

    /** Ctrl, or what the system has instead. */
    static int menuModifier() {
        return GraphicsEnvironment.isHeadless()
                ? InputEvent.CTRL_DOWN_MASK
                : Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
    }
}
