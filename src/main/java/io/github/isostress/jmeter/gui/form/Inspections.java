package io.github.isostress.jmeter.gui.form;

import io.github.isostress.jmeter.rehearsal.PackagerCheck;
import io.github.isostress.jmeter.rehearsal.StoreInspection;
import io.github.isostress.tls.KeyStoreContents;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JButton;
import org.apache.jmeter.gui.util.FileDialoger;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;
import org.apache.jmeter.util.JMeterUtils;
import org.apache.jorphan.gui.JFactory;

/** Buttons that look into the files that an element's fields name, off the event thread. */
public final class Inspections {
    private final Supplier<TestElement> edited;
    private final EditedPlan plan;
    private final ResultPlace place;

    /**
     * Buttons for a panel.
     *
     * @param edited the element with what the fields hold now
     * @param plan for the variables that the fields use
     * @param place where what was found is shown
     */
    public Inspections(Supplier<TestElement> edited, EditedPlan plan, ResultPlace place) {
        this.edited = edited;
        this.plan = plan;
        this.place = place;
    }

    @FunctionalInterface
    private interface Look<T> {
        Optional<T> look(TestElement element, Map<String, String> variables) throws Exception;
    }

    /** A button that lists what the key store holds. */
    public JButton keyStore(
            StringPropertyDescriptor<?> file,
            StringPropertyDescriptor<?> password,
            Optional<StringPropertyDescriptor<?>> privateKey) {
        return store(
                "inspect.keyStore",
                (element, variables) -> StoreInspection.ofKeyStore(element, file, password, privateKey, variables));
    }

    /** A button that lists what the trust store holds. */
    public JButton trustStore(StringPropertyDescriptor<?> file, StringPropertyDescriptor<?> password) {
        return store(
                "inspect.trustStore",
                (element, variables) -> StoreInspection.ofTrustStore(element, file, password, variables));
    }

    private JButton store(String label, Look<KeyStoreContents> look) {
        return button(label, look, contents -> showText(label, String.join("\n", contents.describe(Instant.now()))));
    }

    /** A button that shows what the packager defines. */
    JButton packager(StringPropertyDescriptor<?> packager) {
        return button(
                "check",
                (element, variables) -> PackagerCheck.of(element, packager, variables),
                check -> place.show(PanelLabels.get("check.title") + " " + check.name(), new PackagerView(check)));
    }

    /** A button that puts the name of a packager file into the field. */
    static JButton browse(ChoiceField field) {
        JButton browse = JFactory.small(new JButton(JMeterUtils.getResString("browse")));
        browse.setToolTipText(PanelLabels.get("browse.tip"));
        browse.addActionListener(event -> {
            var chooser = FileDialoger.promptToOpenFile(new String[] {".xml"}, field.text());
            if (chooser != null && chooser.getSelectedFile() != null) {
                field.show(chooser.getSelectedFile().getPath());
            }
        });
        return browse;
    }

    private <T> JButton button(String label, Look<T> look, Consumer<T> show) {
        Supplier<Callable<Optional<T>>> begin = () -> {
            TestElement element = edited.get();
            Map<String, String> variables = plan.variables();
            return () -> look.look(element, variables);
        };
        return JFactory.small(new WorkButton<>(
                label,
                begin,
                found -> found.ifPresentOrElse(show, () -> showSentences(label, PanelLabels.get(label + ".none"))),
                sentence -> showSentences(label, sentence)));
    }

    private void showSentences(String label, String text) {
        String title = PanelLabels.get(label + ".title");
        place.show(title, Readable.ofSentences(title, text));
    }

    private void showText(String label, String text) {
        String title = PanelLabels.get(label + ".title");
        place.show(title, Readable.of(title, text));
    }
}
