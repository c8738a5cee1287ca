package io.github.isostress.jmeter.gui.form;

import javax.swing.JComponent;

/** Where a panel shows what it has found out. Used on the event thread. */
@FunctionalInterface
public interface ResultPlace {
    /** Shows a result under a title. */
    void show(String title, JComponent result);
}
