package io.github.isostress.jmeter.gui.live;

import io.github.isostress.failure.Failure;
import io.github.isostress.health.live.CountedCode;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.RowsTable;
import io.github.isostress.vocabulary.ResponseCodes;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;

/** The codes with which samples have ended: successes, then declines, then failures, each with what it means. */
final class CodesTable extends RowsTable<CountedCode> {
    private static final long serialVersionUID = 1L;
    private static final String KEY = "results.codes";
    private static final int COUNT = 2;

    private static final List<Column<CountedCode>> COLUMNS = List.of(
            new Column<>(KEY + ".code", 90, CountedCode::code),
            new Column<>(
                    KEY + ".result",
                    100,
                    code -> PanelLabels.get(
                            "results.result." + code.result().name().toLowerCase(Locale.ROOT))),
            new Column<>(KEY + ".count", 60, code -> LiveNumbers.whole(code.count())),
            new Column<>(KEY + ".meaning", 120, code -> meaning(code.code())));

    CodesTable() {
        super(KEY, COLUMNS);
        getTableHeader().setReorderingAllowed(false);
        setDefaultRenderer(Object.class, plain(SwingConstants.LEADING));
        getColumnModel().getColumn(COUNT).setCellRenderer(plain(SwingConstants.TRAILING));
    }

    /** A code is the host's text: Swing would take markup in it for its own. */
    private static DefaultTableCellRenderer plain(int alignment) {
        DefaultTableCellRenderer renderer = new DefaultTableCellRenderer();
        renderer.putClientProperty("html.disable", true);
        renderer.setHorizontalAlignment(alignment);
        return renderer;
    }

    private static String meaning(String code) {
        return Failure.ofCode(code)
                .map(Failure::sentence)
                .or(() -> ResponseCodes.meaning(code))
                .orElse("");
    }

    /** A cell in full, for its column may be narrower; the blank keeps Swing from taking markup for its own. */
    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        int column = columnAtPoint(event.getPoint());
        return row < 0 || column < 0 ? super.getToolTipText(event) : " " + getValueAt(row, column);
    }
}
