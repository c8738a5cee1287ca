package io.github.isostress.jmeter.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.message.describe.DescribedElement;
import io.github.isostress.message.describe.MessageDescription;
import java.awt.Component;
import java.awt.Container;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.table.TableColumnModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one comes for is in sight: the explanation, the code, the values and how they differ. */
@ExtendWith(JMeterEnvironment.class)
class ExchangeInSightTest {
    private ExchangeView view;
    private List<ElementTable> tables;

    @BeforeEach
    void open() throws Exception {
        SwingUtilities.invokeAndWait(() -> view = new ExchangeView());
        tables = DescribedSamples.parts(view, ElementTable.class);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 3", "6, 6", "40, 6"})
    void shouldKeepRoomForSixLinesOfExplanationWhenThereIsLittleRoom(int lines, int inSight) throws Exception {
        String words = IntStream.range(0, lines).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));

        show(new ShownSample("head", words, Optional.of(DescribedSamples.purchase("0200", "")), Optional.empty()));

        JTextArea text = DescribedSamples.part(DescribedSamples.part(view, ExplanationPane.class), JTextArea.class);
        int height = text.getFontMetrics(text.getFont()).getHeight();
        assertThat(text.getParent().getHeight()).isBetween(inSight * height, (inSight + 1) * height);
    }

    @Test
    void shouldKeepRoomForALongLineWhenItGoesOnInTheNext() throws Exception {
        show(new ShownSample("head", "x".repeat(300), Optional.of(purchase("100")), Optional.empty()));

        JTextArea text = DescribedSamples.part(DescribedSamples.part(view, ExplanationPane.class), JTextArea.class);
        assertThat(text.getParent().getHeight())
                .isGreaterThanOrEqualTo(text.getPreferredSize().height)
                .isGreaterThan(text.getFontMetrics(text.getFont()).getHeight());
    }

    @Test
    void shouldAskForNoRoomWhenTextsAreLong() throws Exception {
        show(new ShownSample("head ".repeat(200), "word ".repeat(2000), Optional.empty(), Optional.empty()));

        assertThat(view.getPreferredSize().width).isZero();
        assertThat(view.getPreferredSize().height).isZero();
    }

    @Test
    void shouldHaveTheCodeInTheTitleWhenTheResponseHasOne() throws Exception {
        show(DescribedSamples.approved());

        assertThat(DescribedSamples.parts(view, JLabel.class))
                .extracting(JLabel::getText)
                .contains("Response, 26 bytes  \u2013  DE 39: 00 approved", "Request, 26 bytes");
    }

    @Test
    void shouldGiveValuesTheWidestColumnWhenRoomIsShort() throws Exception {
        show(DescribedSamples.approved());

        assertThat(tables).hasSize(2).allSatisfy(table -> {
            TableColumnModel columns = table.getColumnModel();
            int value = columns.getColumn(ElementColumn.VALUE.ordinal()).getWidth();
            assertThat(value)
                    .isGreaterThanOrEqualTo(
                            columns.getColumn(ElementColumn.NAME.ordinal()).getWidth())
                    .isGreaterThanOrEqualTo(
                            columns.getColumn(ElementColumn.MEANING.ordinal()).getWidth());
        });
    }

    @Test
    void shouldSelectWhatItFindsWhenOneTypesInTheSearch() throws Exception {
        show(DescribedSamples.approved());

        SwingUtilities.invokeAndWait(
                () -> DescribedSamples.part(view, JTextField.class).setText("processing"));

        assertThat(tables).allMatch(table -> table.selected() == DescribedSamples.PROCESSING);
    }

    @Test
    void shouldMarkAValueOnBothSidesWhenTheAnswerHasAnother() throws Exception {
        show(new ShownSample("", "", Optional.of(purchase("1000")), Optional.of(purchase("600"))));

        assertThat(shown(tables.get(0), 1)).isEqualTo("\u2260 1000");
        assertThat(shown(tables.get(1), 1)).isEqualTo("\u2260 600");
        assertThat(tables.get(0).difference(1)).hasValue("\u2260 600 in the response");
        assertThat(tables.get(1).difference(1)).hasValue("\u2260 1000 in the request");
        assertThat(shown(tables.get(0), 2)).isEqualTo("TERM0001");
        // The MTI of an answer is another one in any case.
        assertThat(shown(tables.get(0), 0)).isEqualTo("0200");
    }

    @Test
    void shouldTellTheOtherValueInFullWhenADifferingElementIsSelected() throws Exception {
        show(new ShownSample("", "", Optional.of(purchase("1000")), Optional.of(purchase("600"))));

        SwingUtilities.invokeAndWait(() -> tables.get(1).select(1));

        assertThat(DescribedSamples.parts(view, JTextArea.class))
                .extracting(JTextArea::getText)
                .anyMatch(text -> text.startsWith("DE 4") && text.contains("\u2260 1000 in the request"));
    }

    private static MessageDescription purchase(String amount) {
        MessageDescription some = DescribedSamples.purchase("0200", "");
        return new MessageDescription(
                List.of(
                        new DescribedElement(0, "MTI", "", amount.equals("600") ? "0210" : "0200", "", 2, 6),
                        new DescribedElement(0, "DE 4", "AMOUNT, TRANSACTION", amount, "", 6, 12),
                        new DescribedElement(0, "DE 41", "TERMINAL", "TERM0001", "", 12, 20)),
                some.bytes(),
                "");
    }

    private static String shown(ElementTable table, int row) {
        int value = ElementColumn.VALUE.ordinal();
        return ((JLabel) table.prepareRenderer(table.getCellRenderer(row, value), row, value)).getText();
    }

    /** In a place as small as in Try it on a small screen. */
    private void show(ShownSample sample) throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            view.setSize(700, 260);
            layOut(view);
            view.show(sample);
            layOut(view);
            layOut(view);
        });
    }

    private static void layOut(Container whole) {
        whole.doLayout();
        for (Component part : whole.getComponents()) {
            if (part instanceof Container container) {
                layOut(container);
            }
        }
    }
}
