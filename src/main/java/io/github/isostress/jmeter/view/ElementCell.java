package io.github.isostress.jmeter.view;

import java.awt.Component;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JTable;
import javax.swing.UIManager;
import javax.swing.table.DefaultTableCellRenderer;

/** Draws a cell of an {@link ElementTable}: labels like those of a tree, values in a type of one width. */
final class ElementCell extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;

    /** In front of a value that is another one in the message beside it. */
    static final String DIFFERENT = "\u2260 ";

    /** Text that begins like HTML is text. */
    ElementCell() {
        putClientProperty("html.disable", Boolean.TRUE);
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int row, int column) {
        ElementTable elements = (ElementTable) table;
        int element = elements.convertRowIndexToModel(row);
        setBackground(null);
        setForeground(null);
        // Rows are selected, so no cell stands out in its row.
        super.getTableCellRendererComponent(table, value, selected, false, row, column);
        ElementColumn shown = ElementColumn.values()[elements.convertColumnIndexToModel(column)];
        setIcon(null);
        if (shown == ElementColumn.LABEL) {
            likeATree(elements, element);
        } else if (shown == ElementColumn.VALUE) {
            boolean differs = elements.difference(element).isPresent();
            setFont(new Font(
                    Font.MONOSPACED, differs ? Font.BOLD : Font.PLAIN, getFont().getSize()));
            setText(differs ? DIFFERENT + value : (String) value);
        }
        return this;
    }

    private void likeATree(ElementTable elements, int element) {
        int indent = step() * elements.tree().depth(element);
        if (elements.tree().hasParts(element)) {
            setIcon(handle(elements.isFolded(element)));
            setIconTextGap(step() - getIcon().getIconWidth());
        } else {
            indent += step();
        }
        setBorder(BorderFactory.createCompoundBorder(getBorder(), BorderFactory.createEmptyBorder(0, indent, 0, 0)));
    }

    /** How far a part is right of what it is a part of: the handle and a gap. */
    static int step() {
        return handle(true).getIconWidth() * 4 / 3;
    }

    private static Icon handle(boolean folded) {
        return UIManager.getIcon(folded ? "Tree.collapsedIcon" : "Tree.expandedIcon");
    }
}
