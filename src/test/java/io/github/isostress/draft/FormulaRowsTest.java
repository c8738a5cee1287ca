package io.github.isostress.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.TemplateLine;
import io.github.isostress.message.template.TemplateText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A row tells a formula from a text that begins like one. */
class FormulaRowsTest {
    private static final String TEXT = "0   0200\n52:= pinblock format=0 key=ZPK pin=${PIN}\n48  := x\n";

    @Test
    void shouldShowFormulasWithTheirSignAndTextsInQuotesWhenBothBeginAlike() {
        TemplateDraft draft = TemplateDraft.of(TEXT);

        assertThat(draft.rows())
                .extracting(DraftRow::value)
                .containsExactly("0200", ":= pinblock format=0 key=ZPK pin=${PIN}", "\":= x\"");
        assertThat(draft.rows()).extracting(DraftRow::path).containsExactly("0", "52", "48");
        assertThat(draft.rows()).extracting(DraftRow::isFormula).containsExactly(false, true, false);
    }

    @Test
    void shouldKeepTheColumnWhenATextBecomesAFormulaAndBack() {
        TemplateDraft text = TemplateDraft.of("52   00\n64\t00\n");

        TemplateDraft formula = TemplateDraft.of(text.setValue(0, ":=kcv key=A").applyTo(text.text()));

        assertThat(formula.text()).isEqualTo("52:= kcv key=A\n64\t00\n");
        assertThat(formula.setValue(0, "00").applyTo(formula.text())).isEqualTo(text.text());
        assertThat(text.setValue(1, ":= kcv key=A").applyTo(text.text())).isEqualTo("52   00\n64:= kcv key=A\n");
    }

    @Test
    void shouldWriteQuotesWhenATextThatBeginsLikeAFormulaIsMeant() {
        TemplateDraft draft = TemplateDraft.of("48 y\n");

        TextEdit edit = draft.setValue(0, "\":= x\"");

        assertThat(edit.applyTo(draft.text())).isEqualTo("48 \":= x\"\n");
        TemplateLine line =
                TemplateText.parse(edit.applyTo(draft.text())).lines().get(0);
        assertThat(line.isFormula()).isFalse();
        assertThat(line.value()).isEqualTo(":= x");
    }

    @Test
    void shouldKeepTheFormulaWhenItsElementChanges() {
        TemplateDraft draft = TemplateDraft.of(TEXT);

        assertThat(draft.setPath(1, "53").applyTo(TEXT)).isEqualTo(TEXT.replace("52:=", "53:="));
    }

    @Test
    void shouldSeparateATextByBlanksWhenItIsAddedBelowAFormula() {
        TemplateDraft draft = TemplateDraft.of("52:= kcv key=A\n");

        assertThat(draft.insert("60", "x").applyTo(draft.text())).isEqualTo("52:= kcv key=A\n60   x\n");
        assertThat(draft.insert("64", ":= mac key=B").applyTo(draft.text()))
                .isEqualTo("52:= kcv key=A\n64:= mac key=B\n");
    }

    @Test
    void shouldStayAFormulaWhenItsRowIsCopiedPastedMovedAndDuplicated() {
        TemplateDraft draft = TemplateDraft.of(TEXT);

        String pasted =
                draft.paste(-1, draft.copy(List.of(1)).replace("52", "53")).applyTo(TEXT);

        assertThat(TemplateDraft.of(pasted).rows().get(3).value()).startsWith(":= pinblock");
        assertThat(TemplateDraft.of(draft.moveDown(List.of(1)).applyTo(TEXT)).rows())
                .extracting(DraftRow::isFormula)
                .containsExactly(false, false, true);
        assertThat(TemplateDraft.of(draft.duplicate(List.of(1)).applyTo(TEXT)).rows())
                .filteredOn(DraftRow::isFormula)
                .hasSize(2);
    }

    @Test
    void shouldStayATextWhenAnImportedValueBeginsLikeAFormula() {
        String template = MessageImport.toTemplate(
                "{\"0\":\"0200\",\"11\":\"000001\",\"48\":\":= kcv key=A\"}",
                Optional.of(Packagers.builtIn("iso87ascii")),
                MessageImport.FrameStripping.NONE);

        assertThat(template).contains("48 \":= kcv key=A\"");
        assertThat(TemplateText.parse(template).lines()).noneMatch(TemplateLine::isFormula);
    }
}
