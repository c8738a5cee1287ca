package io.github.isostress.jmeter.gui;

import static io.github.isostress.support.TestCertificates.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.gui.form.EditedPlan;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.gui.form.Readable;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestHosts;
import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection's panel, as a user works with it. */
@ExtendWith(JMeterEnvironment.class)
class ConnectionPanelTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;

    @TempDir
    Path folder;

    private final Results results = new Results();
    private final Iso8583Connection connection = new Iso8583Connection();
    private final Map<String, String> variables = new HashMap<>();
    private Iso8583ConnectionGui gui;

    @BeforeEach
    void open() throws Exception {
        connection.setName("switch");
        SwingUtilities.invokeAndWait(() -> {
            variables.put("folder", folder.toString());
            EditedPlan plan = () -> new PlanTreeScope(Optional.empty(), List.of(), List.of(), variables, List.of());
            gui = new Iso8583ConnectionGui(plan, results);
            gui.configure(connection);
        });
    }

    private void press(String key) throws Exception {
        SwingUtilities.invokeAndWait(() -> Parts.press(gui, PanelLabels.get(key)));
    }

    private StepTable steps() {
        return Parts.named(gui, StepTable.class, PanelLabels.get("try.steps"));
    }

    private boolean canPress(String key) {
        return Parts.named(gui, AbstractButton.class, PanelLabels.get(key)).isEnabled();
    }

    @Test
    void shouldListTheKeyStoreWhenItIsInspected() throws Exception {
        new TestCertificates(folder);
        connection.set(SCHEMA.useTls, true);
        connection.set(SCHEMA.keyStore, "${folder}/client.pfx");
        connection.set(SCHEMA.keyStorePassword, PASSWORD);
        SwingUtilities.invokeAndWait(() -> gui.configure(connection));

        press("inspect.keyStore");

        Await.until("the contents", () -> !results.text("Key store").isEmpty());
        assertThat(results.text("Key store")).contains("subject  CN=a client").doesNotContain(PASSWORD);
    }

    @Test
    void shouldSayTheCataloguesSentenceWhenTheKeyStoreCannotBeRead() throws Exception {
        connection.set(SCHEMA.useTls, true);
        connection.set(SCHEMA.keyStore, "${folder}/nowhere.pfx");
        SwingUtilities.invokeAndWait(() -> gui.configure(connection));

        press("inspect.keyStore");

        Await.until("the refusal", () -> !results.text("Key store").isEmpty());
        assertThat(results.text("Key store")).startsWith("A key store or trust store file does not exist: key store ");
    }

    @Test
    void shouldSayWhatIsWrongWhenThePackagerIsChecked() throws Exception {
        connection.set(SCHEMA.packager, "nonsense");
        SwingUtilities.invokeAndWait(() -> gui.configure(connection));

        press("check");

        Await.until("the refusal", () -> !results.text("Packager").isEmpty());
        assertThat(results.text("Packager")).startsWith("packager 'nonsense' is none of");
    }

    @Test
    void shouldShowEachMistakeWholeWhenAPackagerFileIsChecked() throws Exception {
        Path file = Files.writeString(
                folder.resolve("two-mistakes.xml"),
                "<isopackager>\n<isofield id=\"0\" length=\"x\" class=\"org.jpos.iso.IFA_NUMERIC\"/>\n"
                        + "<isofield id=\"1\" length=\"16\" class=\"org.jpos.iso.IFA_ALPHA\"/>\n</isopackager>");
        connection.set(SCHEMA.packager, file.toString());
        SwingUtilities.invokeAndWait(() -> gui.configure(connection));

        press("check");

        Await.until("the refusal", () -> !results.text("Packager").isEmpty());
        assertThat(results.text("Packager").lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("packager file two-mistakes.xml, line 2, isofield 0: length=");
        assertThat(((Readable) results.shown("Packager")).wraps()).isTrue();
    }

    @Test
    void shouldShowTheStepsWhenTheConnectionIsTested() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            connection.set(SCHEMA.port, "${port}");
            variables.put("port", String.valueOf(host.port()));
            connection.set(SCHEMA.signOn, "0 0800\n7 0101000000\n11 000001\n70 001");
            SwingUtilities.invokeAndWait(() -> gui.configure(connection));

            press("connection.try");

            Await.until("the outcome", () -> steps().getRowCount() == 2);
            assertThat(steps().getValueAt(0, 0)).isEqualTo("switch connect");
            assertThat(steps().getValueAt(1, 0)).isEqualTo("switch sign-on");
            assertThat(steps().getSelectedRow()).isZero();
            assertThat(canPress("connection.try")).isTrue();
        }
    }

    @Test
    void shouldEndWhenItIsCancelledOrAnotherElementIsShown() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("always : no answer")) {
            connection.set(SCHEMA.port, String.valueOf(host.port()));
            connection.set(SCHEMA.signOn, "0 0800\n7 0101000000\n11 000001\n70 001");
            connection.set(SCHEMA.sessionMessageTimeout, "3600000");
            SwingUtilities.invokeAndWait(() -> gui.configure(connection));
            press("connection.try");
            Await.until("the sign-on", () -> host.record().requestsReceived() == 1);
            press("try.cancel");
            Await.until("the end", () -> canPress("connection.try"));

            press("connection.try");
            Await.until("the sign-on", () -> host.record().requestsReceived() == 2);
            SwingUtilities.invokeAndWait(() -> gui.configure(new Iso8583Connection()));

            assertThat(steps().getRowCount()).isZero();
            Await.until("the end of the connection", () -> host.record().open() == 0);
        }
    }

    private boolean isEnabled(Class<? extends Component> type, String key) {
        return Parts.named(gui, type, PanelLabels.get("connection." + key)).isEnabled();
    }

    @ParameterizedTest
    @CsvSource({
        "we connect,           true,  true,  false",
        "the host connects,    true,  false, true",
        "${direction},         true,  true,  true",
        "we connect,           false, true,  false",
        "the host connects,    false, false, true"
    })
    void shouldGreyOutWhatMakesNoDifference(String direction, boolean tls, boolean dials, boolean listens)
            throws Exception {
        connection.set(SCHEMA.direction, direction);
        connection.set(SCHEMA.useTls, tls);
        SwingUtilities.invokeAndWait(() -> gui.configure(connection));

        assertThat(isEnabled(JTextField.class, "host")).isEqualTo(dials);
        assertThat(isEnabled(JTextField.class, "localAddresses")).isEqualTo(dials);
        assertThat(isEnabled(JTextField.class, "serverName")).isEqualTo(dials && tls);
        assertThat(isEnabled(JTextField.class, "listenPort")).isEqualTo(listens);
        assertThat(isEnabled(JTextField.class, "clientNames")).isEqualTo(listens && tls);
        assertThat(isEnabled(JTextField.class, "connectTimeout")).isTrue();
    }
}
