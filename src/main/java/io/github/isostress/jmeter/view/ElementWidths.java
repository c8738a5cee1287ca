package io.github.isostress.jmeter.view;

import java.awt.FontMetrics;
import java.awt.event.HierarchyBoundsAdapter;
import java.awt.event.HierarchyEvent;
import javax.swing.event.ChangeEvent;
import javax.swing.table.TableColumn;

/** How wide the columns of an {@link ElementTable} are: as its texts ask, until the user drags them. */
final class ElementWidths {
    /** Characters of a value that are to be seen, if there is room for as many. */
    private static final int USUAL_VALUE = 20;
    /** Per cent of the room beside the labels that values have at least, and claim of it at most. */
    private static final int LEAST_SHARE = 40;

    private static final int MOST_SHARE = 60;
    private static final int MEASURED_ROWS = 500;

    private final ElementTable table;
    private boolean dragged;

    ElementWidths(ElementTable table) {
        this.table = table;
        table.addHierarchyBoundsListener(new HierarchyBoundsAdapter() {
            @Override
            public void ancestorResized(HierarchyEvent event) {
                if (event.getChanged() == table.getParent()) {
                    fit();
                }
            }
        });
        table.getColumnModel().addColumnModelListener(new ColumnMarginListener() {
            @Override
            public void columnMarginChanged(ChangeEvent e) {
                dragged |= table.getTableHeader().getResizingColumn() != null;
            }
        });
    }

    /**
     * Fits the columns to the texts and the room there is. Labels are never cut. The value is what one looks for, so it
     * is the widest column; name and meaning share what it leaves.
     */
    void fit() {
        int label = widest(ElementColumn.LABEL);
        int room = table.getParent() == null ? 0 : table.getParent().getWidth() - label;
        if (!dragged && room > 0) {
            set(ElementColumn.LABEL, label, label);
            fitBesideLabels(room);
        }
    }

    private void fitBesideLabels(int room) {
        int wanted =
                Math.min(widest(ElementColumn.VALUE), USUAL_VALUE * metrics().charWidth('0'));
        int value = Math.max(room * LEAST_SHARE / 100, Math.min(wanted, room * MOST_SHARE / 100));
        int name = Math.min(value, widest(ElementColumn.NAME));
        int meaning = Math.min(value, widest(ElementColumn.MEANING));
        int rest = room - value;
        int named = Math.min(name, Math.max(rest - meaning, rest * name / (name + meaning)));
        int meant = Math.min(meaning, rest - named);
        set(ElementColumn.NAME, narrowest(), named);
        set(ElementColumn.VALUE, narrowest(), room - named - meant);
        set(ElementColumn.MEANING, narrowest(), meant);
    }

    private void set(ElementColumn shown, int least, int width) {
        TableColumn column = table.getColumnModel().getColumn(shown.ordinal());
        column.setMinWidth(least);
        column.setPreferredWidth(width);
    }

    private int narrowest() {
        return 3 * metrics().charWidth('0');
    }

    private FontMetrics metrics() {
        return table.getFontMetrics(table.getFont());
    }

    private int widest(ElementColumn shown) {
        ElementTree tree = table.tree();
        FontMetrics metrics = metrics();
        int gap = 2 * metrics.charWidth('0');
        int widest = metrics.stringWidth(shown.title());
        for (int i = 0; i < Math.min(tree.size(), MEASURED_ROWS); i++) {
            String text = shown.text(tree.element(i));
            int indent = shown == ElementColumn.LABEL ? ElementCell.step() * (tree.depth(i) + 1) : 0;
            int letters = shown == ElementColumn.VALUE
                    ? (text.length() + ElementCell.DIFFERENT.length()) * metrics.charWidth('0')
                    : metrics.stringWidth(text);
            widest = Math.max(widest, indent + letters);
        }
        return widest + gap;
    }
}
