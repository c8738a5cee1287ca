package io.github.isostress.jmeter.gui.key;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.key.KeyForm;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.TabKey;
import java.awt.Dimension;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.DefaultCellEditor;
import javax.swing.JComboBox;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.TableCellEditor;
import org.apache.jmeter.util.JMeterUtils;

/** The table of keys. The tooltip of a row that gives no key says why. */
final class KeysTable extends JTable {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 8;
    private static final int[] SHARES = {100, 90, 110, 100, 150, 90, 120, 120};

    private final transient KeyRows rows;

    KeysTable(KeyRows rows) {
        super(rows);
        this.rows = rows;
        setName("keys.table");
        getAccessibleContext().setAccessibleName(PanelLabels.get("keys.keys"));
        setToolTipText(PanelLabels.get("keys.keys.tip"));
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        putClientProperty("terminateEditOnFocusLost", true);
        JMeterUtils.applyHiDPI(this);
        // As low as its place may be: JMeter gives a panel as much room as it asks for, and then scrolls.
        setPreferredScrollableViewportSize(new Dimension(0, ROWS * getRowHeight()));
        TabKey.leaves(this);
        for (KeyColumn column : KeyColumn.values()) {
            getColumnModel().getColumn(column.ordinal()).setPreferredWidth(SHARES[column.ordinal()]);
        }
        edit(KeyColumn.USE, choice(Arrays.stream(KeyUse.values()).map(KeyUse::word)));
        edit(
                KeyColumn.ALGORITHM,
                choice(Stream.concat(
                        Stream.of(""),
                        Arrays.stream(CipherAlgorithm.values())
                                .map(algorithm -> algorithm.toString().toLowerCase(Locale.ROOT)))));
        edit(KeyColumn.FORM, choice(Arrays.stream(KeyForm.values()).map(KeyForm::toString)));
        edit(KeyColumn.VALUE, new KeyValueEditor());
    }

    private static TableCellEditor choice(Stream<String> words) {
        JComboBox<String> box = new JComboBox<>(words.toArray(String[]::new));
        box.setEditable(true);
        return new DefaultCellEditor(box);
    }

    private void edit(KeyColumn column, TableCellEditor editor) {
        getColumnModel().getColumn(column.ordinal()).setCellEditor(editor);
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        String problem = row < 0 ? "" : rows.problem(row);
        return problem.isEmpty() ? PanelLabels.get("keys.keys.tip") : problem;
    }

    /** Ends an edit that is going on; what was typed counts. */
    void endEdit() {
        if (isEditing()) {
            getCellEditor().stopCellEditing();
        }
    }
}
