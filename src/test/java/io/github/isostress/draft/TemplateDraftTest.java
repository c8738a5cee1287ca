package io.github.isostress.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What each change of a row does to the text. */
class TemplateDraftTest {
    private static final String PURCHASE = """
            # a purchase
            0   0200
            3   000000

            # who pays
            41  "TERM01  "
            49  978
            """;

    @Test
    void shouldShowPathAndMeantValueWhenLinesAreRows() {
        TemplateDraft draft = TemplateDraft.of(PURCHASE);

        assertThat(draft.rows()).extracting(DraftRow::path).containsExactly("0", "3", "41", "49");
        assertThat(draft.rows()).extracting(DraftRow::value).containsExactly("0200", "000000", "TERM01  ", "978");
        assertThat(draft.rows()).extracting(DraftRow::line).containsExactly(2, 3, 6, 7);
        assertThat(draft.rows())
                .allSatisfy(row -> assertThat(PURCHASE.substring(row.offset())).startsWith(row.path() + " "));
    }

    @Test
    void shouldShowWrongLinesWhenTheyAreBeingWritten() {
        assertThat(TemplateDraft.of("12\n=5\nabc 1\nhex\nHEX=30 31\nhexed 2").rows())
                .extracting(row -> row.kind() + ":" + row.path() + ":" + row.value())
                .containsExactly(
                        "ELEMENT:12:", "ELEMENT::=5", "ELEMENT:abc:1", "HEX:hex:", "HEX:HEX:30 31", "ELEMENT:hexed:2");
    }

    @Test
    void shouldReplaceTheValueOnlyWhenItIsChanged() {
        TemplateDraft draft = TemplateDraft.of(" 11 = 1  \r\n3 0");

        TextEdit edit = draft.setValue(0, "22");

        assertThat(edit.applyTo(draft.text())).isEqualTo(" 11 = 22  \r\n3 0");
        assertThat(edit.rows()).containsExactly(0);
    }

    @Test
    void shouldKeepQuotesWhenTheyAreThereAndAddThemWhenTheyAreNeeded() {
        assertThat(valueSet("41 \"A \"", "B")).isEqualTo("41 \"B\"");
        assertThat(valueSet("41 A", " B ")).isEqualTo("41 \" B \"");
        assertThat(valueSet("41 A", "\"B\"")).isEqualTo("41 \"\"\"B\"\"\"");
        assertThat(valueSet("48 A", "\"a\":\"b\"")).isEqualTo("48 \"a\":\"b\"");
        assertThat(valueSet("48 A", " \"a\"")).isEqualTo("48 \" \"\"a\"\"\"");
        assertThat(valueSet("48 A", "\"\"a\":\"b\"\"")).isEqualTo("48 \"\"\"\"\"a\"\":\"\"b\"\"\"\"\"");
        assertThat(valueSet("35 A", "=B")).isEqualTo("35 =B");
        assertThat(valueSet("35 A", "=")).isEqualTo("35 \"=\"");
        assertThat(valueSet("35 A", "= B")).isEqualTo("35 \"= B\"");
        assertThat(valueSet("48 A", "a\nb")).isEqualTo("48 a b");
    }

    @Test
    void shouldShowTwoQuotesWhenAnElementIsPresentAndEmpty() {
        assertThat(TemplateDraft.of("48 \"\"").rows())
                .extracting(DraftRow::value)
                .containsExactly("\"\"");
        assertThat(valueSet("48 \"\"", "A")).isEqualTo("48 A");
        assertThat(valueSet("48 A", "\"\"")).isEqualTo("48 \"\"");
        assertThat(valueSet("48 \"A \"", "\"\"")).isEqualTo("48 \"\"");
    }

    @Test
    void shouldLeaveElementOutWhenItsQuotedValueIsTakenAway() {
        assertThat(valueSet("48 \"A \"", "")).isEqualTo("48 ");
        assertThat(valueSet("48 \"\"", "")).isEqualTo("48 ");
    }

    @Test
    void shouldKeepTheColumnWhenAValueIsTakenAwayAndGivenAgain() {
        assertThat(valueSet("60    A", "")).isEqualTo("60    ");
        assertThat(valueSet("60 = A", "")).isEqualTo("60  ");
        assertThat(valueSet("60    ", "B")).isEqualTo("60    B");
        assertThat(valueSet("60", "B")).isEqualTo("60 B");
        assertThat(valueSet("hex 3030", " 31 32 ")).isEqualTo("hex 31 32");
    }

    private static String valueSet(String line, String value) {
        return TemplateDraft.of(line).setValue(0, value).applyTo(line);
    }

    @Test
    void shouldReplaceThePathOnlyWhenItIsChanged() {
        assertThat(TemplateDraft.of("11  1").setPath(0, "37").applyTo("11  1")).isEqualTo("37  1");
    }

    @Test
    void shouldRefuseAPathWhenItWouldNotBeOne() {
        for (String path : List.of("", "1 1", "=", "#2", "1=", "1\u00a02")) {
            assertThatThrownBy(() -> TemplateDraft.of("11 1").setPath(0, path))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a data element is a number");
        }
    }

    @Test
    void shouldPutAnElementAtItsPlaceWhenItIsInserted() {
        TemplateDraft draft = TemplateDraft.of(PURCHASE);

        TextEdit edit = draft.insert("11", "000001");

        assertThat(edit.applyTo(PURCHASE)).isEqualTo(PURCHASE.replace("3   000000\n", "3   000000\n11  000001\n"));
        assertThat(edit.rows()).containsExactly(2);
    }

    @Test
    void shouldPutAnElementBeforeTheFirstOrAtTheEndWhenItsNumberSaysSo() {
        assertThat(inserted("# c\n3 1\n", "0")).isEqualTo("# c\n0 v\n3 1\n");
        assertThat(inserted("3 1", "4")).isEqualTo("3 1\n4 v\n");
        assertThat(inserted("", "4")).isEqualTo("4   v\n");
        assertThat(inserted("# c", "4")).isEqualTo("# c\n4   v\n");
        assertThat(inserted("hex 30\r\n", "4")).isEqualTo("hex 30\r\n4   v\r\n");
        assertThat(inserted("55.9F02  1\n60       2\n", "55.9A")).isEqualTo("55.9F02  1\n55.9A    v\n60       2\n");
        assertThat(inserted("3=1\n", "11")).isEqualTo("3=1\n11=v\n");
    }

    private static String inserted(String text, String path) {
        return TemplateDraft.of(text).insert(path, "v").applyTo(text);
    }

    @Test
    void shouldLeaveCommentsWhereTheyAreWhenRowsMove() {
        TemplateDraft draft = TemplateDraft.of("0 0200\n# c\n3 1\n\n4 2");

        TextEdit up = draft.moveUp(List.of(2));
        TextEdit down = draft.moveDown(List.of(0, 1));

        assertThat(up.applyTo(draft.text())).isEqualTo("0 0200\n# c\n4 2\n\n3 1");
        assertThat(up.rows()).containsExactly(1);
        assertThat(down.applyTo(draft.text())).isEqualTo("4 2\n# c\n0 0200\n\n3 1");
        assertThat(down.rows()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void shouldStayWhenRowsCannotMoveFurther() {
        TemplateDraft draft = TemplateDraft.of("0 0200\n3 1\n4 2");

        assertThat(draft.moveUp(List.of(0, 1)).changesNothing()).isTrue();
        assertThat(draft.moveUp(List.of(0, 2)).rows()).containsExactly(0, 1);
        assertThat(draft.moveDown(List.of(2)).rows()).containsExactly(2);
    }

    @Test
    void shouldTakeWholeLinesOutWhenRowsAreDeleted() {
        TemplateDraft draft = TemplateDraft.of(PURCHASE);

        TextEdit edit = draft.delete(List.of(1, 3));

        assertThat(edit.applyTo(PURCHASE)).isEqualTo("# a purchase\n0   0200\n\n# who pays\n41  \"TERM01  \"\n");
        assertThat(edit.rows()).containsExactly(1);
        assertThat(TemplateDraft.of("1 2").delete(List.of(0)).applyTo("1 2")).isEmpty();
    }

    @Test
    void shouldAddCopiesBehindTheLastWhenRowsAreDuplicated() {
        TemplateDraft draft = TemplateDraft.of("0 0200\n# c\n3 1\n4 2\n");

        TextEdit edit = draft.duplicate(List.of(0, 1));

        assertThat(edit.applyTo(draft.text())).isEqualTo("0 0200\n# c\n3 1\n0 0200\n3 1\n4 2\n");
        assertThat(edit.rows()).containsExactly(2, 3);
    }

    @Test
    void shouldAddLinesBehindTheSelectionWhenTheyArePasted() {
        TemplateDraft draft = TemplateDraft.of("0 0200\r\n4 2\r\n");

        TextEdit edit = draft.paste(0, "3\t000000\n41\tTERM01  \n# c\n37  \"A \"\n");

        assertThat(edit.applyTo(draft.text()))
                .isEqualTo("0 0200\r\n3\t000000\r\n41\t\"TERM01  \"\r\n# c\r\n37  \"A \"\r\n4 2\r\n");
        assertThat(edit.rows()).containsExactly(1, 2, 3);
        assertThat(draft.paste(-1, "5 1").applyTo(draft.text())).isEqualTo("0 0200\r\n4 2\r\n5 1\r\n");
    }

    @Test
    void shouldGiveTheSameRowsWhenTheyAreCopiedAndPasted() {
        String copied = TemplateDraft.of(PURCHASE).copy(List.of(3, 2));

        assertThat(copied).isEqualTo("41  \"TERM01  \"\n49  978\n");
        assertThat(TemplateDraft.of("").paste(-1, copied).applyTo("")).isEqualTo(copied);
    }

    @Test
    void shouldTellLinesAndOffsetsWhenAsked() {
        TemplateDraft draft = TemplateDraft.of("0 0200\r\n# c\r\n3 1\r\n");

        assertThat(draft.lineAt(0)).isEqualTo(1);
        assertThat(draft.lineAt(8)).isEqualTo(2);
        assertThat(draft.lineAt(draft.text().length())).isEqualTo(4);
        assertThat(draft.offsetOf(3)).isEqualTo(13);
        assertThat(draft.rowOfLine(3)).contains(1);
        assertThat(draft.rowOfLine(2)).isEmpty();
        assertThat(draft.rowOf("3")).contains(1);
    }
}
