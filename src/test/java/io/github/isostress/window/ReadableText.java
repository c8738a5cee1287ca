package io.github.isostress.window;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTree;
import javax.swing.text.JTextComponent;

/** What can be read; all is to be asked on the event thread. */
final class ReadableText {
    private ReadableText() {}

    /** The texts in a component, a line each. */
    static String in(Component root) {
        return Names.showing(root).stream()
                .map(ReadableText::of)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String of(Component component) {
        if (component instanceof JTable table) {
            return of(table);
        }
        if (component instanceof JTree tree) {
            return String.join("\n", rows(tree));
        }
        if (component instanceof JComboBox<?> choice) {
            return choice.isEditable() ? "" : String.valueOf(choice.getSelectedItem());
        }
        String title = component instanceof JComponent framed ? Names.title(framed) : "";
        return title + drawn(component, "");
    }

    /** The text of a label, button or text; else the one given. */
    static String drawn(Component component, String other) {
        if (component instanceof JLabel label) {
            return label.getText() == null ? "" : label.getText();
        }
        if (component instanceof AbstractButton button) {
            return button.getText() == null ? "" : button.getText();
        }
        return component instanceof JTextComponent text ? text.getText() : other;
    }

    private static String of(JTable table) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < table.getRowCount(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < table.getColumnCount(); column++) {
                cells.add(cell(table, row, column));
            }
            lines.add(String.join(" | ", cells));
        }
        return String.join("\n", lines);
    }

    /** What a table shows in a cell. */
    static String cell(JTable table, int row, int column) {
        Object value = table.getValueAt(row, column);
        String plain = value == null ? "" : value.toString();
        return drawn(table.prepareRenderer(table.getCellRenderer(row, column), row, column), plain);
    }

    /** What a tree shows in the rows that are not folded away. */
    static List<String> rows(JTree tree) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < tree.getRowCount(); row++) {
            Object node = tree.getPathForRow(row).getLastPathComponent();
            String plain = tree.convertValueToText(node, false, true, true, row, false);
            Component drawn = tree.getCellRenderer()
                    .getTreeCellRendererComponent(
                            tree, node, false, true, tree.getModel().isLeaf(node), row, false);
            rows.add(drawn(drawn, plain));
        }
        return rows;
    }
}
