package io.github.isostress.jmeter.view;

import javax.swing.event.ListSelectionEvent;
import javax.swing.event.TableColumnModelEvent;
import javax.swing.event.TableColumnModelListener;

/** Hears of the widths of columns only. */
interface ColumnMarginListener extends TableColumnModelListener {
    @Override
    default void columnAdded(TableColumnModelEvent e) {}

    @Override
    default void columnRemoved(TableColumnModelEvent e) {}

    @Override
    default void columnMoved(TableColumnModelEvent e) {}

    @Override
    default void columnSelectionChanged(ListSelectionEvent e) {}
}
