package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.TabKey;
import io.github.isostress.jmeter.sample.SampleReport;
import java.util.List;
import java.util.Optional;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.AbstractTableModel;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.util.JMeterUtils;

/** The steps of an attempt, one a row: what it was, how it went, its code and its time. */
final class StepTable extends JTable {
    private static final long serialVersionUID = 1L;
    private static final List<String> COLUMNS = List.of("step", "outcome", "code", "elapsed");

    /** The columns share the width of the table in these proportions. */
    private static final List<Integer> SHARES = List.of(240, 90, 240, 110);

    private final Steps steps = new Steps();

    StepTable() {
        setModel(steps);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setName("try.steps");
        setToolTipText(PanelLabels.get("try.steps.tip"));
        getAccessibleContext().setAccessibleName(PanelLabels.get("try.steps"));
        JMeterUtils.applyHiDPI(this);
        TabKey.leaves(this);
        for (int column = 0; column < COLUMNS.size(); column++) {
            getColumnModel().getColumn(column).setPreferredWidth(SHARES.get(column));
        }
    }

    /** Shows these steps and selects one of them. */
    void show(List<SampleResult> samples, SampleResult selected) {
        show(samples);
        int row = samples.indexOf(selected);
        setRowSelectionInterval(row, row);
    }

    /** Shows these steps and selects none. */
    void show(List<SampleResult> samples) {
        steps.samples = List.copyOf(samples);
        steps.fireTableDataChanged();
    }

    /** The selected step. */
    Optional<SampleResult> selected() {
        return getSelectedRow() < 0 ? Optional.empty() : Optional.of(steps.samples.get(getSelectedRow()));
    }

    private static final class Steps extends AbstractTableModel {
        private static final long serialVersionUID = 1L;

        private transient List<SampleResult> samples = List.of();

        @Override
        public int getRowCount() {
            return samples.size();
        }

        @Override
        public int getColumnCount() {
            return COLUMNS.size();
        }

        @Override
        public String getColumnName(int column) {
            return PanelLabels.get("try." + COLUMNS.get(column));
        }

        @Override
        public Object getValueAt(int row, int column) {
            SampleResult sample = samples.get(row);
            return switch (COLUMNS.get(column)) {
                case "step" -> sample.getSampleLabel();
                case "outcome" -> PanelLabels.get(sample.isSuccessful() ? "try.success" : "try.failure");
                case "code" -> sample.getResponseCode();
                default -> elapsed(sample);
            };
        }

        private static String elapsed(SampleResult sample) {
            return SampleReport.time(sample.getResponseDataAsString())
                    .map(time -> PanelLabels.filled("try.elapsed.measured", time.micros()))
                    .orElseGet(() -> PanelLabels.filled("try.elapsed.whole", sample.getTime()));
        }
    }
}
