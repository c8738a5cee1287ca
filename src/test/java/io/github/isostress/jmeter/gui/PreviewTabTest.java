package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.rehearsal.Preview;
import io.github.isostress.jmeter.view.MessageView;
import io.github.isostress.message.describe.MessageDescription;
import io.github.isostress.message.describe.ShownBytes;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tabs that show and copy the bytes as they would go out. */
@ExtendWith(JMeterEnvironment.class)
class PreviewTabTest {
    private static final Preview RAW = new Preview(
            new byte[2],
            new byte[4],
            Optional.empty(),
            List.of(),
            new MessageDescription(List.of(), new ShownBytes(new byte[4], new BitSet()), ""));

    private final AtomicInteger evaluations = new AtomicInteger();
    private Optional<FailureException> failure = Optional.empty();
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
            return RAW;
        };
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
