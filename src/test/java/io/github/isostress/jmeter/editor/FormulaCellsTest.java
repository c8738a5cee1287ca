package io.github.isostress.jmeter.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.message.template.TemplateSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Formulas in the table, in the text and among what is inherited. */
@ExtendWith(JMeterEnvironment.class)
class FormulaCellsTest {
    private static final String FORMULA = ":= kcv key=ZPK";
    private static final String TEXT = "0   0200\n48:= kcv key=ZPK\n60  := x\n";

    @Test
    void shouldMakeAFormulaWhenItsSignIsTypedAtTheBeginningOfACell() {
        OpenEditor open = new OpenEditor("0   0200\n48  abc\n");

        open.write(1, Column.VALUE, FORMULA);

        assertThat(open.text()).isEqualTo("0   0200\n48:= kcv key=ZPK\n");
        open.press(Command.UNDO);
        assertThat(open.text()).isEqualTo("0   0200\n48  abc\n");
    }

    @Test
    void shouldStayATextWhenItsCellIsOpenedAndClosed() {
        OpenEditor open = new OpenEditor(TEXT);

        open.write(1, Column.VALUE, open.cell(1, Column.VALUE));
        open.write(2, Column.VALUE, open.cell(2, Column.VALUE));

        assertThat(open.column(Column.VALUE)).containsExactly("0200", FORMULA, "\":= x\"");
        assertThat(open.text()).isEqualTo(TEXT);
    }

    @Test
    void shouldBeTheRequestsOwnFormulaWhenAnInheritedOneIsOverridden() {
        OpenEditor open = new OpenEditor("0   0200\n");
        open.run(() ->
                open.editor().setInherited(List.of(new TemplateSource("terminal", "48:= kcv key=ZPK\n60 := x\n"))));
        assertThat(open.column(Column.VALUE)).containsExactly("0200", FORMULA, "\":= x\"");

        open.select(1, 2);
        open.press(Command.OVERRIDE);
        open.run(() -> open.table().getCellEditor().stopCellEditing());

        assertThat(open.text()).isEqualTo("0   0200\n48:= kcv key=ZPK\n60  \":= x\"\n");
        assertThat(open.column(Column.ORIGIN)).containsExactly("", "overrides terminal", "overrides terminal");
    }

    @Test
    void shouldLeaveTheElementOutWhenAnInheritedFormulaIsNotWanted() {
        OpenEditor open = new OpenEditor("0   0200\n");
        open.run(() -> open.editor().setInherited(List.of(new TemplateSource("terminal", "48:= kcv key=ZPK\n"))));

        open.select(1, 1);
        open.press(Command.LEAVE_OUT);

        assertThat(open.text()).isEqualTo("0   0200\n48  \n");
        assertThat(open.column(Column.ORIGIN)).containsExactly("", "leaves out terminal");
    }

    @Test
    void shouldTellWhatIsWrongWhileAFormulaIsTyped() {
        OpenEditor open = OpenEditor.ofRequest("0   0200\n11  000001\n48  x\n");
        open.usePackager("iso87ascii");

        open.type(2, Column.VALUE, ":= kcv");

        open.awaitStatus("line 3, element 48: kcv needs key");
        open.type(2, Column.VALUE, ":= kcv key=ZPK");
        open.awaitStatus("3 elements");
    }

    @Test
    void shouldExplainTheFormulaWhenItsRowIsSelected() {
        OpenEditor open = new OpenEditor(TEXT);
        SentenceArea note = open.find(SentenceArea.class, area -> true);

        open.select(1, 1);
        assertThat(note.getText()).startsWith("kcv: The check value of a key. Settings: key=");

        open.select(0, 0);
        assertThat(note.getText()).isEmpty();
        assertThat(note.isVisible()).isTrue();
        open.run(() -> open.editor().setText("0   0200\n"));
        assertThat(note.isVisible()).isFalse();
    }
}
