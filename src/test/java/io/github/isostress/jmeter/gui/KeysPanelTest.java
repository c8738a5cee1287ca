package io.github.isostress.jmeter.gui;

import static io.github.isostress.jmeter.gui.Parts.awaitOnEventThread;
import static io.github.isostress.jmeter.gui.Parts.perform;
import static io.github.isostress.jmeter.gui.Parts.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The panel of keys shows check values and no key, and gives back what the plan has. */
@ExtendWith(JMeterEnvironment.class)
class KeysPanelTest {
    private static final String TMK = "0123456789ABCDEFFEDCBA9876543210";
    private static final String ECB = "BC3626C41AEF1C35F796D5E50D781C29";
    private static final String KEYS = "# keys of zone A, once " + TMK + "\n"
            + "TMK kek 3des components=0123456789ABCDEF0000000000000000+0000000000000000FEDCBA9876543210\n"
            + "ZPK pin 3des ecb=" + ECB + " under=TMK kcv=CB9DEA\n"
            + "MAK mac 3des clear=" + TMK.toLowerCase(Locale.ROOT) + " kcv=08D7B5";
    private static final List<String> SECRETS =
            List.of("0123456789ABCDEF", "FEDCBA9876543210", "BC3626C41AEF1C35", "F796D5E50D781C29", "F138131AEC83D36B");
    private static final int VALUE = 4;
    private static final int NAME = 0;
    private static final int EXPECTED = 6;
    private static final int FOUND = 7;

    private final Iso8583Keys element = new Iso8583Keys();
    private Iso8583KeysGui gui;

    private void show(String keys) throws Exception {
        element.set(Iso8583KeysSchema.INSTANCE.keys, keys);
        perform(() -> {
            gui = new Iso8583KeysGui();
            gui.configure(element);
        });
    }

    private JTable table() {
        return new Parts(gui).labelled(JTable.class, "keys.keys");
    }

    private String verdict() {
        return new Parts(gui).labelled(SentenceArea.class, "keys.verdict").getText();
    }

    private String warning() {
        return new Parts(gui).labelled(Remark.class, "keys.warning").getText();
    }

    private String read() throws Exception {
        perform(() -> gui.modifyTestElement(element));
        return element.getPropertyAsString("Iso8583Keys.keys");
    }

    private void awaitFound(int row, String found) {
        awaitOnEventThread(
                "row " + row + " has " + found,
                () -> table().getValueAt(row, FOUND).equals(found));
    }

    /** What the cells of the table and all fields of the panel show. */
    private List<String> shown() throws Exception {
        return seen(() -> {
            List<String> texts = new ArrayList<>();
            for (int row = 0; row < table().getRowCount(); row++) {
                for (int column = 0; column < table().getColumnCount(); column++) {
                    texts.add(String.valueOf(table().getValueAt(row, column)));
                }
            }
            Parts.of(gui)
                    .filter(JTextComponent.class::isInstance)
                    .forEach(field -> texts.add(((JTextComponent) field).getText()));
            return texts;
        });
    }

    private void assertNoKeyIsShown() throws Exception {
        assertThat(shown())
                .hasSizeGreaterThan(10)
                .allSatisfy(text ->
                        assertThat(text.toUpperCase(Locale.ROOT)).doesNotContain(SECRETS.toArray(String[]::new)));
    }

    @Test
    void shouldShowCheckValuesAndNoKeyWhenKeysAreShown() throws Exception {
        show(KEYS);
        assertNoKeyIsShown();

        awaitFound(1, "08D7B4");
        awaitFound(2, "CB9DEA");
        awaitFound(3, "none");
        assertNoKeyIsShown();
        assertThat(seen(this::verdict))
                .isEqualTo("line 4: key 'MAK': the check value is 08D7B4, but expected is 08D7B5");
        assertThat(read()).isEqualTo(KEYS);
    }

    @Test
    void shouldWarnWhenAKeyStandsInTheClear() throws Exception {
        show("ZPK pin 3des clear=" + TMK);

        assertThat(seen(this::warning)).contains("in the clear", "${__P(zpk)}", "-q", "key file", "key block");
    }

    @Test
    void shouldNotWarnWhenTheKeyStandsElsewhere() throws Exception {
        show("ZPK pin 3des clear=${__P(zpk)}\nMAK mac 3des ecb=" + ECB + " under=TMK");

        assertThat(seen(this::warning)).isEmpty();
        assertThat(String.valueOf(seen(() -> table().getValueAt(0, VALUE)))).isEqualTo("${__P(zpk)}");
    }

    @Test
    void shouldBeginEmptyAndKeepNothingWhenAValueIsTyped() throws Exception {
        show("ZPK pin 3des clear=" + TMK + " kcv=08D7B4");
        JTextField editor = seen(() -> {
            table().editCellAt(0, VALUE);
            return (JTextField) table().getEditorComponent();
        });
        assertThat(seen(() -> editor.getText())).isEmpty();

        perform(() -> {
            editor.setText("F138131AEC83D36B D5CDB5B32AAE8F00");
            table().getCellEditor().stopCellEditing();
        });

        assertThat(seen(() -> editor.getText())).isEmpty();
        assertNoKeyIsShown();
        assertThat(read()).isEqualTo("ZPK pin 3des clear=F138131AEC83D36BD5CDB5B32AAE8F00 kcv=08D7B4");
    }

    @Test
    void shouldFindTheNewCheckValueWhenAValueIsChanged() throws Exception {
        show("ZPK pin 3des clear=F138131AEC83D36BD5CDB5B32AAE8F00");
        awaitOnEventThread(
                "it has a check value",
                () -> !table().getValueAt(0, FOUND).equals("")
                        && !table().getValueAt(0, FOUND).equals("08D7B4"));

        perform(() -> table().setValueAt(TMK, 0, VALUE));

        awaitFound(0, "08D7B4");
    }

    @Test
    void shouldKeepTheValueWhenNothingIsTyped() throws Exception {
        show(KEYS);

        perform(() -> {
            table().editCellAt(3, VALUE);
            table().getCellEditor().stopCellEditing();
            table().editCellAt(1, NAME);
            table().getCellEditor().stopCellEditing();
        });

        assertThat(read()).isEqualTo(KEYS);
    }

    @Test
    void shouldKeepTheOtherLinesWhenACellIsChanged() throws Exception {
        show("# a comment\n${__P(more.keys)}\nZPK pin  3des clear=${__P(zpk, 0)} kcv=1234\nnot a key\n");

        perform(() -> {
            table().setValueAt("CB9DEA", 2, EXPECTED);
            table().setValueAt(" ZONE KEY ", 2, NAME);
        });

        assertThat(read())
                .isEqualTo(
                        "# a comment\n${__P(more.keys)}\nZONEKEY pin 3des clear=${__P(zpk, 0)} kcv=CB9DEA\nnot a key");
    }

    @Test
    void shouldAddAndDeleteARowWhenButtonsArePressed() throws Exception {
        show("ZPK pin 3des clear=${__P(zpk)}");

        perform(() -> Parts.press(gui, "Add key"));
        assertThat(read()).isEqualTo("ZPK pin 3des clear=${__P(zpk)}\nKEY2 pin 3des clear=");
        awaitOnEventThread("it has no value", () -> verdict().equals("line 2: key 'KEY2': clear has no value"));

        perform(() -> Parts.press(gui, "Delete key"));
        assertThat(read()).isEqualTo("ZPK pin 3des clear=${__P(zpk)}");
    }
}
