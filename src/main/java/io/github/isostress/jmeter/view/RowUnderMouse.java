package io.github.isostress.jmeter.view;

import java.awt.EventQueue;
import java.awt.event.MouseEvent;
import java.util.function.IntConsumer;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/**
 * Makes a table's menu be about the row at which the mouse opens it, unless that is one of those selected. The look and
 * feel keeps the event itself from the table. Used on the event thread.
 */
public final class RowUnderMouse implements PopupMenuListener {
    private final JTable table;
    private final IntConsumer choose;

    private RowUnderMouse(JTable table, IntConsumer choose) {
        this.table = table;
        this.choose = choose;
    }

    /**
     * Gives a table its menu.
     *
     * @param choose selects a row of the table, counted from 0
     */
    public static void offer(JTable table, JPopupMenu menu, IntConsumer choose) {
        menu.addPopupMenuListener(new RowUnderMouse(table, choose));
        table.setComponentPopupMenu(menu);
    }

    @Override
    public void popupMenuWillBecomeVisible(PopupMenuEvent event) {
        if (EventQueue.getCurrentEvent() instanceof MouseEvent mouse) {
            int row = table.rowAtPoint(SwingUtilities.convertPoint(mouse.getComponent(), mouse.getPoint(), table));
            if (row >= 0 && !table.isRowSelected(row)) {
                choose.accept(row);
                table.requestFocusInWindow();
            }
        }
    }

    @Override
    public void popupMenuWillBecomeInvisible(PopupMenuEvent event) {
        // What was selected stays so.
    }

    @Override
    public void popupMenuCanceled(PopupMenuEvent event) {
        // What was selected stays so.
    }
}
