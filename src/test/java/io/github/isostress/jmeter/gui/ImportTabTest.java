package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.gui.form.Remark;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.KeyStroke;
import org.apache.jmeter.gui.util.JSyntaxTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tab into which a message is pasted. */
@ExtendWith(JMeterEnvironment.class)
class ImportTabTest {
    private final List<String> replaced = new ArrayList<>();
    private final List<String> appended = new ArrayList<>();
    private final ImportTab tab =
            new ImportTab(pasted -> () -> template(pasted), replaced::add, appended::add, () -> PlanTreeScope.NONE);
    private final Parts parts = new Parts(tab);
    private final Remark remark = parts.labelled(Remark.class, "request.import.remark");
    private final JButton replace = button("request.import.replace");
    private final JButton append = button("request.import.append");

    private static String template(String pasted) {
        if (pasted.isEmpty()) {
            throw new IllegalArgumentException("nothing was pasted");
        }
        return "0 " + pasted + "\n";
    }

    private JButton button(String labelKey) {
        return parts.labelled(JButton.class, labelKey);
    }

    private void read(String pasted) throws Exception {
        Parts.perform(() -> {
            parts.labelled(JSyntaxTextArea.class, "request.import.pasted").setText(pasted);
            button("request.import.read").doClick();
        });
        Parts.awaitOnEventThread("an outcome", () -> !remark.getText().isEmpty());
    }

    private String outcome() throws Exception {
        return Parts.seen(parts.labelled(JSyntaxTextArea.class, "request.import.outcome")::getText);
    }

    @Test
    void shouldReadWhenControlEnterIsPressedInTheText() throws Exception {
        JSyntaxTextArea pasted = parts.labelled(JSyntaxTextArea.class, "request.import.pasted");
        Object name = pasted.getInputMap().get(KeyStroke.getKeyStroke("ctrl ENTER"));

        Parts.perform(() -> {
            pasted.setText("0800");
            pasted.getActionMap().get(name).actionPerformed(null);
        });

        Parts.awaitOnEventThread("an outcome", () -> !remark.getText().isEmpty());
        assertThat(outcome()).isEqualTo("0 0800\n");
    }

    @Test
    void shouldOfferNothingWhenNothingIsRead() {
        assertThat(replace.isEnabled()).isFalse();
        assertThat(append.isEnabled()).isFalse();
    }

    @Test
    void shouldShowTheTemplateAndChangeNothingWhenRead() throws Exception {
        read("0800");

        assertThat(outcome()).isEqualTo("0 0800\n");
        assertThat(replaced).isEmpty();
        assertThat(appended).isEmpty();
    }

    @Test
    void shouldHandTheTemplateOnWhenAButtonIsPressed() throws Exception {
        read("0800");

        Parts.perform(() -> replace.doClick());
        Parts.perform(() -> append.doClick());

        assertThat(replaced).containsExactly("0 0800\n");
        assertThat(appended).containsExactly("0 0800\n");
    }

    @Test
    void shouldSayWhatIsWrongAndOfferNothingWhenItCannotBeRead() throws Exception {
        read("0800");
        read("");

        Parts.awaitOnEventThread("the refusal", () -> remark.getText().equals("nothing was pasted"));
        assertThat(outcome()).isEmpty();
        assertThat(replace.isEnabled()).isFalse();
    }

    @Test
    void shouldBeEmptyWhenAnotherElementIsEdited() throws Exception {
        read("0800");

        Parts.perform(tab::forget);

        assertThat(outcome()).isEmpty();
        assertThat(parts.labelled(JSyntaxTextArea.class, "request.import.pasted")
                        .getText())
                .isEmpty();
        assertThat(replace.isEnabled()).isFalse();
    }
}
