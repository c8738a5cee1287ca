package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.rehearsal.Preview;
import io.github.isostress.jmeter.view.MessageView;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.describe.MessageDescription;
import io.github.isostress.message.describe.ShownBytes;
import io.github.isostress.message.masking.Masking;
import io.github.isostress.message.template.ComputedValue;
import io.github.isostress.message.template.TemplateLine;
import io.github.isostress.message.template.TemplateLine.Form;
import io.github.isostress.message.template.TemplateLine.Presence;
import io.github.isostress.message.value.LinePlace;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tabs that show and copy the bytes as they would go out. */
@ExtendWith(JMeterEnvironment.class)
class PreviewTabTest {
    private static final Preview RAW = preview(List.of());

    private final AtomicInteger evaluations = new AtomicInteger();
    private Optional<FailureException> failure = Optional.empty();
    private Preview made = RAW;
    private final PreviewTab tab = new PreviewTab(this::preview);
    private final Parts parts = new Parts(tab);
    private final Remark refusal = parts.labelled(Remark.class, "request.preview.refusal");
    private String said = "";

    private Callable<Preview> preview() {
        return () -> {
            evaluations.incrementAndGet();
            if (failure.isPresent()) {
                throw failure.get();
            }
            return made;
        };
    }

    private static Preview preview(List<ComputedValue> computed) {
        return new Preview(
                new byte[2],
                new byte[4],
                Optional.empty(),
                computed,
                new MessageDescription(List.of(), new ShownBytes(new byte[4], new BitSet()), ""));
    }

    private static ComputedValue computed(String path, String formula, String value, Masking masking) {
        TemplateLine line = new TemplateLine(
                LinePlace.only(1), ElementPath.parse(path), Form.FORMULA, formula, Presence.UNLESS_EMPTY);
        return new ComputedValue(line, value, masking, "key ZPK (08D7B4)");
    }

    private void evaluate() throws Exception {
        Parts.perform(
                () -> parts.labelled(JButton.class, "request.preview.again").doClick());
    }

    private MessageView view() {
        return (MessageView) tab.getComponent(tab.getComponentCount() - 1);
    }

    @Test
    void shouldEvaluateOnceWhenTheButtonIsPressed() throws Exception {
        evaluate();

        Parts.awaitOnEventThread("an evaluation", () -> evaluations.get() > 0);
        assertThat(evaluations).hasValue(1);
        assertThat(refusal.isVisible()).isFalse();
    }

    @Test
    void shouldSayWhyInPlaceOfTheBytesWhenThereIsAFailure() throws Exception {
        failure = Optional.of(new FailureException(Failure.TEMPLATE_ERROR, "line 3, element 4: 'x' is no number"));
        evaluate();

        Parts.awaitOnEventThread("the refusal", refusal::isVisible);
        assertThat(refusal.getText())
                .isEqualTo("The message could not be built from its template: line 3, element 4: 'x' is no number");
        assertThat(view().isVisible()).isFalse();

        failure = Optional.empty();
        evaluate();

        Parts.awaitOnEventThread("the bytes", () -> view().isVisible());
        assertThat(refusal.isVisible()).isFalse();
    }

    @Test
    void shouldTellWhatWasComputedWithoutSecretsWhenTheMessageHasFormulas() throws Exception {
        made = preview(List.of(
                computed("52", "pinblock format=0 key=ZPK pin=1234", "1A2B3C4D5E6F7081", Masking.HIDDEN),
                computed("64", "mac key=MAK", "FB4D8A6C01020304", Masking.SEARCHED)));
        ComputedTable table = parts.labelled(ComputedTable.class, "request.preview.computed");
        evaluate();

        Parts.awaitOnEventThread("two rows", () -> table.getRowCount() == 2);
        assertThat(row(table, 0)).containsExactly("52", "pinblock", "*".repeat(16), "key ZPK (08D7B4)");
        assertThat(row(table, 1)).containsExactly("64", "mac", "FB4D8A6C01020304", "key ZPK (08D7B4)");
        assertThat(table.getParent().getParent().isVisible()).isTrue();

        Parts.perform(tab::forget);

        assertThat(table.getRowCount()).isZero();
        assertThat(table.getParent().getParent().isVisible()).isFalse();
    }

    private static List<Object> row(JTable table, int row) {
        return IntStream.range(0, table.getColumnCount())
                .mapToObj(column -> table.getValueAt(row, column))
                .toList();
    }

    @Test
    void shouldEvaluateNothingWhenItChangesUnseen() throws Exception {
        Parts.perform(tab::changed);
        Parts.perform(tab::forget);

        assertThat(evaluations).hasValue(0);
    }

    @Test
    void shouldSayThatItNeedsAPackagerWhenARawMessageIsCopiedAsXml() throws Exception {
        CopyMenu copy = new CopyMenu(
                this::preview,
                text -> {
                    throw new AssertionError("copied: " + text);
                },
                sentence -> said = sentence);

        Parts.perform(() -> copy.copy(MessageForm.XML));

        Parts.awaitOnEventThread("the refusal", () -> said.equals(PanelLabels.get("request.copy.withoutPackager")));
    }
}
