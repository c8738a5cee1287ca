package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Results;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.live.LivePane;
import io.github.isostress.jmeter.setting.Iso8583ResultsSchema;
import java.awt.event.MouseEvent;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.TestElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The panel of the listener. */
@ExtendWith(JMeterEnvironment.class)
class ResultsPanelTest {
    private static final Iso8583ResultsSchema SCHEMA = Iso8583ResultsSchema.INSTANCE;

    private final Iso8583ResultsGui gui = new Iso8583ResultsGui();
    private final Parts parts = new Parts(gui);
    private final Iso8583Results element = (Iso8583Results) gui.createTestElement();

    @BeforeEach
    void showElement() {
        gui.configure(element);
    }

    /** A run that goes on would tell its progress among the lines of other tests. */
    @AfterEach
    void endTheRun() {
        element.run().ends();
    }

    @Test
    void shouldShowTheRunWhenJMeterRunsACopyOfTheElement() {
        heard("00", true);
        gui.clearData();
        heard("51", false);
        heard("<html><b>", false);

        JTable codes = parts.labelled(JTable.class, "results.codes");
        assertThat(codes.getRowCount()).isZero();
        shown();
        assertThat(codes.getRowCount()).isEqualTo(2);
        assertThat(codes.getValueAt(0, 0)).isEqualTo("51");
        assertThat(codes.getValueAt(0, 1)).isEqualTo("declined");
        assertThat(codes.getValueAt(0, 2)).isEqualTo("1");
        assertThat(codes.getValueAt(0, 3)).isEqualTo("Not sufficient funds");
        assertThat(codes.getToolTipText(over(codes, 1))).isEqualTo(" <html><b>");
    }

    /** As on agents, whose run has none here. */
    @Test
    void shouldHaveRoomForTheCodesWhenTheRunHasNoVerdict() {
        heard("00", true);
        shown();
        LivePane pane = (LivePane)
                Parts.of(gui).filter(LivePane.class::isInstance).findFirst().orElseThrow();

        pane.setSize(800, 560);
        pane.doLayout();

        JTable codes = parts.labelled(JTable.class, "results.codes");
        assertThat(SwingUtilities.getAncestorOfClass(JScrollPane.class, codes).getHeight())
                .isGreaterThan(10 * codes.getRowHeight());
    }

    @Test
    void shouldShowAnotherRunWhenThereIsAnotherElement() {
        Iso8583ResultsGui other = new Iso8583ResultsGui();
        Iso8583Results copy = (Iso8583Results) element.clone();
        assertThat(copy.run()).isSameAs(element.run());

        other.configure(copy);

        assertThat(copy.run()).isNotSameAs(element.run());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                           | No gate
                    p99 < 50 ms; verdict valid   | 2 gates
                    p99 < ${limit} ms            | when the plan runs
                    p99 under 50 ms              | 'p99 under 50 ms' is no gate
                    """)
    void shouldSayWhatTheGatesAreWhenTheyAreWritten(String gates, String words) {
        element.set(SCHEMA.gates, gates);

        gui.configure(element);

        assertThat(said("results.gatesWords")).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    never               | 10     | ''
                    ${__P(report)}      | ${s}   | ''
                    sometimes           | 10     | Report page: 'sometimes' is none of after headless runs, after every run, never
                    never               | often  | Line every (s): 'often' is no whole number from 0 to 86400
                    """)
    void shouldSayWhatIsWrongWhenAFieldCannotBeUsed(String report, String everySeconds, String words) {
        element.set(SCHEMA.report, report);
        element.set(SCHEMA.everySeconds, everySeconds);

        gui.configure(element);

        assertThat(said("results.tellingWords")).isEqualTo(words);
    }

    /** As JMeter does it: it runs a copy of the element in the tree. */
    private void heard(String code, boolean isSuccess) {
        TestElement tree = element;
        gui.modifyTestElement(tree);
        Iso8583Results running = (Iso8583Results) tree.clone();
        if (running.run().state().isEmpty()) {
            running.testStarted("agent");
        }
        SampleResult sample = SampleResult.createTestSample(1);
        sample.setSampleLabel("purchase");
        sample.setResponseCode(code);
        sample.setSuccessful(isSuccess);
        running.sampleOccurred(new SampleEvent(sample, "workers"));
    }

    private void shown() {
        Parts.of(gui)
                .filter(LivePane.class::isInstance)
                .map(LivePane.class::cast)
                .forEach(LivePane::refresh);
    }

    private String said(String key) {
        return Parts.named(gui, JTextArea.class, PanelLabels.get(key)).getText();
    }

    private static MouseEvent over(JTable table, int row) {
        var place = table.getCellRect(row, 0, false);
        return new MouseEvent(table, MouseEvent.MOUSE_MOVED, 0, 0, place.x + 1, place.y + 1, 0, false);
    }
}
