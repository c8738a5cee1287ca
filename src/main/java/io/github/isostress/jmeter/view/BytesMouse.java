package io.github.isostress.jmeter.view;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;

/** The mouse on a {@link BytesPanel}: pressed or dragged, it takes the caret along. */
final class BytesMouse extends MouseAdapter {
    private final BytesPanel panel;

    BytesMouse(BytesPanel panel) {
        this.panel = panel;
    }

    @Override
    public void mousePressed(MouseEvent e) {
        panel.requestFocusInWindow();
        mouseDragged(e);
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        int offset = panel.grid().at(e.getPoint());
        if (offset >= 0) {
            panel.moveCaret(offset);
        }
    }
}
