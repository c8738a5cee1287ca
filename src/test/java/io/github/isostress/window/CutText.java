package io.github.isostress.window;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.text.View;

/** Texts that have less room than they need; all is to be asked on the event thread. */
final class CutText {
    private CutText() {}

    /** Those of one component. */
    static List<String> in(Component component) {
        List<String> cut = new ArrayList<>();
        if (component instanceof JTable table) {
            titles(table, cut);
            cells(table, cut);
        } else if (component instanceof JComponent simple) {
            own(simple, cut);
            Names.titled(simple.getBorder())
                    .filter(border -> border.getMinimumSize(simple).width > simple.getWidth())
                    .forEach(border -> cut.add("the title \"" + border.getTitle() + "\" is cut"));
        }
        return cut;
    }

    private static void own(JComponent component, List<String> cut) {
        Dimension needed = component.getPreferredSize();
        boolean isText = component instanceof JLabel || component instanceof AbstractButton;
        String text = isText ? ReadableText.drawn(component, "") : "";
        boolean isChoice = component instanceof JComboBox<?> choice && !choice.isEditable();
        if (component.getClientProperty(BasicHTML.propertyKey) instanceof View html) {
            html.setSize(component.getWidth(), 0);
            needed = new Dimension(0, (int) html.getPreferredSpan(View.Y_AXIS));
        } else if (component instanceof JTextField) {
            needed = new Dimension(component.getFontMetrics(component.getFont()).charWidth('m') * 3, needed.height);
        } else if (text.isEmpty() && !isChoice) {
            return;
        }
        if (needed.width > component.getWidth() || needed.height > component.getHeight()) {
            cut.add(Names.described(component) + " " + text + " needs " + needed.width + "x" + needed.height + ", has "
                    + component.getWidth() + "x" + component.getHeight());
        }
    }

    private static void titles(JTable table, List<String> cut) {
        if (table.getTableHeader() == null || !table.getTableHeader().isShowing()) {
            return;
        }
        for (int i = 0; i < table.getColumnCount(); i++) {
            TableColumn column = table.getColumnModel().getColumn(i);
            TableCellRenderer renderer = column.getHeaderRenderer() == null
                    ? table.getTableHeader().getDefaultRenderer()
                    : column.getHeaderRenderer();
            Component title =
                    renderer.getTableCellRendererComponent(table, column.getHeaderValue(), false, false, -1, i);
            if (title.getPreferredSize().width > column.getWidth()) {
                cut.add("the column title \"" + column.getHeaderValue() + "\" is cut");
            }
        }
    }

    // A long value may be cut where its tooltip shows it.
    private static void cells(JTable table, List<String> cut) {
        for (int row = 0; row < table.getRowCount(); row++) {
            for (int column = 0; column < table.getColumnCount(); column++) {
                Component cell = table.prepareRenderer(table.getCellRenderer(row, column), row, column);
                boolean explained = isShownByTooltip(table, row, column);
                boolean narrow = cell.getPreferredSize().width
                        > table.getColumnModel().getColumn(column).getWidth();
                FontMetrics metrics = cell.getFontMetrics(cell.getFont());
                boolean low = metrics.getAscent() + metrics.getDescent() > table.getRowHeight(row);
                if (low || narrow && !explained) {
                    cut.add("cell " + table.getColumnName(column) + " of row " + (row + 1) + " is cut: "
                            + ReadableText.cell(table, row, column));
                }
            }
        }
    }

    private static boolean isShownByTooltip(JTable table, int row, int column) {
        Rectangle place = table.getCellRect(row, column, false);
        MouseEvent mouse = new MouseEvent(
                table, MouseEvent.MOUSE_MOVED, 0, 0, (int) place.getCenterX(), (int) place.getCenterY(), 0, false);
        String tooltip = table.getToolTipText(mouse);
        return tooltip != null
                && tooltip.contains(ReadableText.cell(table, row, column).strip());
    }
}
