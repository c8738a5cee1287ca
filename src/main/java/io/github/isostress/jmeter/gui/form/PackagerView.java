package io.github.isostress.jmeter.gui.form;

import io.github.isostress.jmeter.rehearsal.PackagerCheck;
import io.github.isostress.message.DefinedPart;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;

/** What a packager defines: some sentences, and a table of all its elements and their parts. */
public final class PackagerView extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int SOME = 12;
    private static final int ROWS = 20;

    private static final List<RowsTable.Column<DefinedPart>> COLUMNS = List.of(
            new RowsTable.Column<>("check.number", 1, DefinedPart::path),
            new RowsTable.Column<>("check.name", 1, DefinedPart::name),
            new RowsTable.Column<>("check.format", 1, DefinedPart::format));

    public PackagerView(PackagerCheck packager) {
        super(new BorderLayout(5, 5));
        SentenceArea summary = new SentenceArea(3);
        summary.tell(packager.summary());
        add(summary, BorderLayout.NORTH);
        RowsTable<DefinedPart> table = new RowsTable<>(COLUMNS);
        table.show(packager.elements());
        table.setAutoResizeMode(JTable.AUTO_RESIZE_LAST_COLUMN);
        table.getAccessibleContext().setAccessibleName(PanelLabels.get("check.elements"));
        int width = fit(table);
        table.setPreferredScrollableViewportSize(new Dimension(width, ROWS * table.getRowHeight()));
        add(new JScrollPane(table), BorderLayout.CENTER);
    }

    /** Each column gets the width of its longest entry; gives the width of all. */
    private static int fit(JTable table) {
        int all = 0;
        for (int column = 0; column < table.getColumnCount(); column++) {
            int width = table.getFontMetrics(table.getFont()).stringWidth(table.getColumnName(column));
            for (int row = 0; row < table.getRowCount(); row++) {
                Component cell = table.prepareRenderer(table.getCellRenderer(row, column), row, column);
                width = Math.max(width, cell.getPreferredSize().width);
            }
            table.getColumnModel().getColumn(column).setPreferredWidth(width + SOME);
            all += width + SOME;
        }
        return all;
    }
}
