package io.github.isostress.jmeter.view;

import java.awt.event.ActionEvent;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/** What a right click on the elements or the bytes of a message offers. Used on the event thread. */
final class ViewMenu {
    private static final String COPY = "copy";

    private ViewMenu() {}

    /** Gives both a menu; {@code find} begins a search. */
    static void offer(ElementTable elements, BytesPanel bytes, Runnable find) {
        RowUnderMouse.offer(elements, menu(elements, bytes, find), row -> elements.setRowSelectionInterval(row, row));
        bytes.setComponentPopupMenu(menu(elements, bytes, find));
    }

    private static JPopupMenu menu(ElementTable elements, BytesPanel bytes, Runnable find) {
        JPopupMenu menu = new JPopupMenu();
        menu.add(entry("menu.elements", () -> copy(elements)));
        menu.add(entry("menu.bytes", () -> copy(bytes)));
        menu.addSeparator();
        menu.add(entry("menu.find", find));
        return menu;
    }

    private static JMenuItem entry(String key, Runnable work) {
        JMenuItem entry = new JMenuItem(ViewLabels.get(key));
        entry.setToolTipText(ViewLabels.get(key + ".tip"));
        entry.addActionListener(event -> work.run());
        return entry;
    }

    private static void copy(JComponent source) {
        source.getActionMap().get(COPY).actionPerformed(new ActionEvent(source, ActionEvent.ACTION_PERFORMED, COPY));
    }
}
