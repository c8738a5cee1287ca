package io.github.isostress.jmeter.view;

import java.awt.event.ActionEvent;
import java.util.function.IntUnaryOperator;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.TransferHandler;
import org.apache.jmeter.gui.action.KeyStrokes;

/** The keys that move the caret of a {@link BytesPanel}, as they do in a text. */
final class BytesKeys {
    private BytesKeys() {}

    /** Binds the keys to a panel. */
    static void bind(BytesPanel panel) {
        move(panel, "LEFT", at -> at - 1);
        move(panel, "RIGHT", at -> at + 1);
        move(panel, "UP", at -> at < row(panel) ? at : at - row(panel));
        move(panel, "DOWN", at -> at + row(panel) >= panel.count() ? at : at + row(panel));
        move(panel, "HOME", at -> at - at % row(panel));
        move(panel, "END", at -> at - at % row(panel) + row(panel) - 1);
        move(panel, "PAGE_UP", at -> at - page(panel));
        move(panel, "PAGE_DOWN", at -> at + page(panel));
        move(panel, "ctrl HOME", at -> 0);
        move(panel, "ctrl END", at -> panel.count() - 1);
        panel.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStrokes.COPY, "copy");
        panel.getActionMap().put("copy", TransferHandler.getCopyAction());
    }

    private static int row(BytesPanel panel) {
        return panel.grid().perRow();
    }

    private static int page(BytesPanel panel) {
        int lines = panel.getVisibleRect().height / panel.grid().line();
        return row(panel) * Math.max(1, lines - 1);
    }

    private static void move(BytesPanel panel, String key, IntUnaryOperator target) {
        panel.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key), key);
        panel.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent e) {
                panel.moveCaret(target.applyAsInt(panel.caret()));
            }
        });
    }
}
