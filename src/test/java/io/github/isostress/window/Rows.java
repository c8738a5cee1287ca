package io.github.isostress.window;

import io.github.isostress.jmeter.gui.form.ThemeColours;
import io.github.isostress.support.Await;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.JTextField;

/** A table, as it is used: a row is found by the text in its first column, a column by its title. */
public final class Rows {
    private final Hand hand;
    private final JTable table;

    Rows(Hand hand, JTable table) {
        this.hand = hand;
        this.table = table;
    }

    public int count() {
        return Edt.get(table::getRowCount);
    }

    /** What a cell shows. */
    public String cell(String row, String column) {
        int rowIndex = row(row);
        int columnIndex = column(column);
        return Edt.get(() -> ReadableText.cell(table, rowIndex, columnIndex));
    }

    boolean isSelected(String row) {
        int rowIndex = row(row);
        return Edt.get(() -> table.isRowSelected(rowIndex));
    }

    /** The contrast of a cell's text to its ground, from 1 (none) to 21. */
    double contrast(String row, String column) {
        int rowIndex = row(row);
        int columnIndex = column(column);
        return Edt.get(() -> {
            Component cell = table.prepareRenderer(table.getCellRenderer(rowIndex, columnIndex), rowIndex, columnIndex);
            return ThemeColours.contrast(cell.getForeground(), cell.getBackground());
        });
    }

    /** Clicks a cell. */
    void click(String row, String column) {
        int rowIndex = row(row);
        int columnIndex = column(column);
        hand.click(table, Edt.get(() -> table.getCellRect(rowIndex, columnIndex, false)));
        Await.until("row " + row + " is selected", () -> Edt.get(() -> table.isRowSelected(rowIndex)));
    }

    /** Clicks a cell with the right button, and gives the menu that opens. */
    JPopupMenu menu(String row, String column) {
        int rowIndex = row(row);
        int columnIndex = column(column);
        return hand.openMenu(table, Edt.get(() -> table.getCellRect(rowIndex, columnIndex, false)));
    }

    /** Opens a cell with F2, as keyboards do, and types this in place of the text there; the cell stays open. */
    void begin(String row, String column, String text) {
        click(row, column);
        hand.focus(table);
        hand.press(KeyEvent.VK_F2);
        typeIntoOpenCell(text);
    }

    /** What stands in the cell that is open; empty if none is. */
    String typed() {
        return Edt.get(() -> table.getEditorComponent() instanceof JTextField field ? field.getText() : "");
    }

    /** As {@link #begin}, and closes the cell with Enter. */
    void edit(String row, String column, String text) {
        begin(row, column, text);
        close();
    }

    /** Types this in place of the text in the cell that is open, or about to be, and closes it with Enter. */
    void fillIn(String text) {
        typeIntoOpenCell(text);
        close();
    }

    private void typeIntoOpenCell(String text) {
        Await.until("a cell is open", () -> Edt.get(table::isEditing));
        InputArrival.rest();
        hand.focus(Edt.get(() -> Objects.requireNonNull(table.getEditorComponent())));
        hand.press(KeyEvent.VK_A, KeyEvent.VK_CONTROL);
        hand.type(text);
    }

    private void close() {
        hand.press(KeyEvent.VK_ENTER);
        Await.until("the cell is closed", () -> !Edt.get(table::isEditing));
    }

    private int row(String text) {
        return index(
                "row " + text,
                () -> IntStream.range(0, table.getRowCount())
                        .filter(row -> ReadableText.cell(table, row, 0).equals(text))
                        .findFirst()
                        .orElse(-1));
    }

    private int column(String title) {
        return index(
                "column " + title,
                () -> IntStream.range(0, table.getColumnCount())
                        .filter(column -> table.getColumnName(column).equals(title))
                        .findFirst()
                        .orElse(-1));
    }

    private int index(String what, java.util.concurrent.Callable<Integer> search) {
        try {
            Await.until("the table has a " + what, () -> Edt.get(search) >= 0);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; the table has:\n" + Edt.get(() -> ReadableText.in(table)), e);
        }
        return Edt.get(search);
    }
}
