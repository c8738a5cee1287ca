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
import javax.swing.table.AbstractTableModel;
import org.apache.jmeter.util.JMeterUtils;

/** What a packager defines: some sentences, and a table of all its elements and their parts. */
public final class PackagerView extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final List<String> COLUMNS = List.of("number", "name", "format");
    private static final int SOME = 12;
    private static final int ROWS = 20;

    public PackagerView(PackagerCheck packager) {
        super(new BorderLayout(5, 5));
        SentenceArea summary = new SentenceArea(3);
        summary.tell(packager.summary());
        add(summary, BorderLayout.NORTH);
        JTable table = new JTable(new Elements(packager.elements()));
        JMeterUtils.applyHiDPI(table);
        TabKey.leaves(table);
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

    private static final class Elements extends AbstractTableModel {
        private static final long serialVersionUID = 1L;

        private final transient List<DefinedPart> elements;

        Elements(List<DefinedPart> elements) {
            this.elements = elements;
        }

        @Override
        public int getRowCount() {
            return elements.size();
        }

        @Override
        public int getColumnCount() {
            return COLUMNS.size();
        }

        @Override
        public String getColumnName(int column) {
            return PanelLabels.get("check." + COLUMNS.get(column));
        }

        @Override
        public Object getValueAt(int row, int column) {
            DefinedPart element = elements.get(row);
            return switch (column) {
                case 0 -> element.path();
                case 1 -> element.name();
                default -> element.format();
            };
        }
    }
}
