package io.github.isostress.jmeter.view;

import java.awt.FontMetrics;
import javax.swing.event.ChangeEvent;
import javax.swing.table.TableColumn;

/** How wide the columns of an {@link ElementTable} are: as its texts ask, until the user drags them. */
final class ElementWidths {
    private static final int LONGEST = 40;
    private static final int MEASURED_ROWS = 500;

    private final ElementTable table;
    private boolean dragged;

    ElementWidths(ElementTable table) {
        this.table = table;
        table.getColumnModel().addColumnModelListener(new ColumnMarginListener() {
            @Override
            public void columnMarginChanged(ChangeEvent e) {
                dragged |= table.getTableHeader().getResizingColumn() != null;
            }
        });
    }

    /** Fits the columns to the texts. Labels are never cut; the others share what room there is. */
    void fit() {
        if (dragged) {
            return;
        }
        FontMetrics metrics = table.getFontMetrics(table.getFont());
        int most = LONGEST * metrics.charWidth('0');
        for (ElementColumn shown : ElementColumn.values()) {
            TableColumn column = table.getColumnModel().getColumn(shown.ordinal());
            int width = Math.min(most, widest(shown, metrics));
            column.setMinWidth(shown == ElementColumn.LABEL ? width : 3 * metrics.charWidth('0'));
            column.setPreferredWidth(width);
        }
    }

    private int widest(ElementColumn shown, FontMetrics metrics) {
        ElementTree tree = table.tree();
        int gap = 2 * metrics.charWidth('0');
        int widest = metrics.stringWidth(shown.title());
        for (int i = 0; i < Math.min(tree.size(), MEASURED_ROWS); i++) {
            String text = shown.text(tree.element(i));
            int indent = shown == ElementColumn.LABEL ? ElementCell.step() * (tree.depth(i) + 1) : 0;
            int letters =
                    shown == ElementColumn.VALUE ? text.length() * metrics.charWidth('0') : metrics.stringWidth(text);
            widest = Math.max(widest, indent + letters);
        }
        return widest + gap;
    }
}
