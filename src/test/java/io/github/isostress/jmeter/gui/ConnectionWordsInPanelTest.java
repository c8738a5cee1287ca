package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import java.awt.Component;
import javax.swing.JComboBox;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the connection's panel says and greys while its fields are edited. */
@ExtendWith(JMeterEnvironment.class)
class ConnectionWordsInPanelTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;

    private final Iso8583Connection connection = new Iso8583Connection();
    private Iso8583ConnectionGui gui;

    @BeforeEach
    void open() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            gui = new Iso8583ConnectionGui(() -> PlanTreeScope.NONE, new Results());
            gui.configure(connection);
        });
    }

    private boolean isEnabled(Class<? extends Component> type, String key) {
        return Parts.named(gui, type, PanelLabels.get("connection." + key)).isEnabled();
    }

    @ParameterizedTest
    @CsvSource({
        "thread,      false, false",
        "sample,      false, false",
        "pool of 10,  false, true",
        "shared 2,    true,  true",
        "${keep},     true,  true",
        "nonsense,    true,  true"
    })
    void shouldGreyOutWhatAnotherShapeHas(String keep, boolean shared, boolean lent) throws Exception {
        connection.set(SCHEMA.keep, keep);
        SwingUtilities.invokeAndWait(() -> gui.configure(connection));

        assertThat(isEnabled(JTextField.class, "window")).isEqualTo(shared);
        assertThat(isEnabled(JComboBox.class, "sharedChoice")).isEqualTo(shared);
        assertThat(isEnabled(JTextField.class, "poolWait")).isEqualTo(lent);
        assertThat(isEnabled(JComboBox.class, "evaluate")).isTrue();
    }

    private SentenceArea words(String key) {
        return Parts.named(gui, SentenceArea.class, PanelLabels.get("connection." + key));
    }

    private void awaitWords(String key, String beginning) {
        Parts.awaitOnEventThread(beginning, () -> words(key).getText().startsWith(beginning));
    }

    @Test
    void shouldSayInWordsWhatTheFieldsMeanWhileTheyAreTyped() throws Exception {
        awaitWords("life", "One connection a thread, one request under way.");

        choose("keep", "shared 2");
        awaitWords("life", "2 connections for all threads, each with any number of requests under way, answers");
        type("window", "100");
        awaitWords("life", "2 connections for all threads, each with at most 100 requests under way, answers");
        choose("direction", "the host connects");
        type("listenPort", "8000");

        awaitWords("way", "Listens on port 8000 of all addresses as long as the test runs.");
        awaitWords("life", "Waits for 2 clients on port 8000, then all threads use all clients that are connected");
    }

    @Test
    void shouldSayUnderTheFieldsLabelWhatIsWrongWithIt() throws Exception {
        choose("keep", "shared");
        awaitWords("life", "keep 'shared' is none of thread, iteration, sample,");
        choose("keep", "shared 2");
        type("window", "many");
        awaitWords("life", "At most under way per connection: 'many' is no whole number");

        choose("direction", "the host connects");
        type("listenPort", "99999");

        awaitWords("way", "Listen on port: 99999 is outside 0 to 65535");
    }

    private void type(String key, String text) throws Exception {
        SwingUtilities.invokeAndWait(() -> Parts.named(gui, JTextField.class, PanelLabels.get("connection." + key))
                .setText(text));
    }

    private void choose(String key, String text) throws Exception {
        SwingUtilities.invokeAndWait(() -> Parts.named(gui, JComboBox.class, PanelLabels.get("connection." + key))
                .getEditor()
                .setItem(text));
    }
}
