package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.CellText;
import io.github.isostress.jmeter.gui.form.ThemeColours;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import org.apache.commons.lang3.StringUtils;

/**
 * Draws a cell: a wrong value is marked, an evaluated one is slanted, a formula is bold, what is inherited is greyed, and
 * the blanks round a value can be seen.
 */
final class TemplateCell extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;
    private static final String EXPRESSION = "${";
    private static final String VISIBLE_BLANK = "\u2423";

    TemplateCell() {
        // A value is shown as it is, even if it looks like a page.
        putClientProperty("html.disable", true);
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int row, int index) {
        setForeground(null);
        setBackground(null);
        Column column = Column.at(table.convertColumnIndexToModel(index));
        String text = value.toString();
        String shown = column == Column.VALUE ? withVisibleBlanks(text) : text;
        super.getTableCellRendererComponent(table, shown, selected, focused, row, index);
        if (column == Column.VALUE && !isPlain(text)) {
            setFont(getFont().deriveFont(CellText.isFormula(text) ? Font.BOLD : Font.ITALIC));
        }
        if (!selected) {
            colour((ElementRows) table.getModel(), row, column, text, table);
        }
        return this;
    }

    private void colour(ElementRows rows, int row, Column column, String text, JTable table) {
        Color ground = ground(rows, row, table);
        super.setBackground(ground);
        if (column == Column.PROBLEM) {
            super.setForeground(ThemeColours.problem(ground));
        } else if (!rows.isOwn(row)) {
            super.setForeground(ThemeColours.quiet(table.getForeground(), ground));
        } else if (column == Column.VALUE && !isPlain(text)) {
            super.setForeground(colour(text, table.getForeground(), ground));
        }
    }

    private static Color ground(ElementRows rows, int row, JTable table) {
        if (rows.isMarked(row)) {
            return ThemeColours.match(table);
        }
        boolean isWrong = rows.problem(row).length() > 0;
        return isWrong ? ThemeColours.behindProblem(table.getBackground()) : table.getBackground();
    }

    /** Whether each message has the value as it is written. */
    private static boolean isPlain(String text) {
        return !CellText.isFormula(text) && !text.contains(EXPRESSION);
    }

    private static Color colour(String text, Color foreground, Color ground) {
        return CellText.isFormula(text)
                ? ThemeColours.formula(foreground, ground)
                : ThemeColours.computed(foreground, ground);
    }

    private static String withVisibleBlanks(String text) {
        String unended = StringUtils.stripEnd(text, " ");
        String bare = StringUtils.stripStart(unended, " ");
        return VISIBLE_BLANK.repeat(unended.length() - bare.length())
                + bare
                + VISIBLE_BLANK.repeat(text.length() - unended.length());
    }
}
