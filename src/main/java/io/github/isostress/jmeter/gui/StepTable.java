package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.RowsTable;
import io.github.isostress.jmeter.sample.SampleReport;
import java.util.List;
import javax.swing.ListSelectionModel;
import org.apache.jmeter.samplers.SampleResult;

/** The steps of an attempt, one a row: what it was, how it went, its code and its time. */
final class StepTable extends RowsTable<SampleResult> {
    private static final long serialVersionUID = 1L;

    private static final List<Column<SampleResult>> COLUMNS = List.of(
            new Column<>("try.step", 240, SampleResult::getSampleLabel),
            new Column<>("try.outcome", 90, StepTable::outcome),
            new Column<>("try.code", 240, SampleResult::getResponseCode),
            new Column<>("try.elapsed", 110, StepTable::elapsed));

    StepTable() {
        super("try.steps", COLUMNS);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    }

    /** Shows these steps and selects one of them. */
    void show(List<SampleResult> samples, SampleResult selected) {
        show(samples);
        int row = samples.indexOf(selected);
        setRowSelectionInterval(row, row);
    }

    private static String outcome(SampleResult sample) {
        return PanelLabels.get(sample.isSuccessful() ? "try.success" : "try.failure");
    }

    private static String elapsed(SampleResult sample) {
        return SampleReport.time(sample.getResponseDataAsString())
                .map(time -> PanelLabels.filled("try.elapsed.measured", time.micros()))
                .orElseGet(() -> PanelLabels.filled("try.elapsed.whole", sample.getTime()));
    }
}
