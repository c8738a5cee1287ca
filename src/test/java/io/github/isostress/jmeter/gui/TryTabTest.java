package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.swing.JButton;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tab that sends one message, with attempts whose end the test decides. */
@ExtendWith(JMeterEnvironment.class)
class TryTabTest {
    private final List<SlowAttempt> attempts = new ArrayList<>();
    private final TryTab tab = new TryTab("request.", this::attempt, TryTabTest::isPurchase);
    private final Parts parts = new Parts(tab);
    private final JButton begin = parts.labelled(JButton.class, "request.try");
    private final JButton cancel = parts.labelled(JButton.class, "try.cancel");
    private final Remark remark = parts.labelled(Remark.class, "try.remark");
    private final StepTable steps = parts.labelled(StepTable.class, "try.steps");
    private List<SampleResult> outcome = List.of();

    private static final class SlowAttempt implements Attempt {
        private final CountDownLatch ended = new CountDownLatch(1);
        private final List<SampleResult> outcome;
        private volatile boolean cancelled;

        SlowAttempt(List<SampleResult> outcome) {
            this.outcome = outcome;
        }

        @Override
        public List<SampleResult> call() throws InterruptedException {
            ended.await();
            return cancelled ? outcome.subList(0, 1) : outcome;
        }

        @Override
        public void cancel() {
            cancelled = true;
            ended.countDown();
        }
    }

    private static boolean isPurchase(SampleResult sample) {
        return sample.getSampleLabel().equals("purchase");
    }

    private Attempt attempt() {
        attempts.add(new SlowAttempt(outcome));
        return attempts.get(attempts.size() - 1);
    }

    /** Steps written as {@code connect purchase!}, the failed ones with an exclamation mark. */
    private static List<SampleResult> steps(String words) {
        return Stream.of(words.split(" "))
                .map(word -> {
                    SampleResult sample = new SampleResult();
                    sample.setSampleLabel(word.replace("!", ""));
                    sample.setSuccessful(!word.endsWith("!"));
                    sample.setResponseCode("00");
                    return sample;
                })
                .toList();
    }

    private void tried(String words) throws Exception {
        outcome = steps(words);
        Parts.perform(() -> begin.doClick());
        attempts.get(attempts.size() - 1).ended.countDown();
        awaitEnd();
    }

    private void awaitEnd() {
        Parts.awaitOnEventThread("the attempt's end", begin::isEnabled);
    }

    private String selected() throws Exception {
        return Parts.seen(() -> steps.selected().orElseThrow().getSampleLabel());
    }

    @Test
    void shouldSelectTheRequestsOwnStepWhenItCameToThat() throws Exception {
        tried("connect sign-on purchase sign-off!");

        assertThat(steps.getRowCount()).isEqualTo(4);
        assertThat(selected()).isEqualTo("purchase");
    }

    @Test
    void shouldSelectTheFailedStepWhenTheRequestWasNotSent() throws Exception {
        tried("connect sign-on!");

        assertThat(selected()).isEqualTo("sign-on");
    }

    @Test
    void shouldTellOfEachStepWhenEnded() throws Exception {
        tried("connect purchase!");

        assertThat(steps.getValueAt(0, 0)).isEqualTo("connect");
        assertThat(steps.getValueAt(0, 1)).isEqualTo("success");
        assertThat(steps.getValueAt(1, 1)).isEqualTo("failure");
        assertThat(steps.getValueAt(1, 2)).isEqualTo("00");
        assertThat(steps.getValueAt(1, 3)).isEqualTo("0 ms");
    }

    @Test
    void shouldBeginNoSecondAttemptWhenOneIsUnderWay() throws Exception {
        outcome = steps("connect purchase");
        Parts.perform(tab::begin);
        Parts.perform(tab::begin);

        assertThat(attempts).hasSize(1);
        assertThat(begin.isEnabled()).isFalse();
        assertThat(cancel.isEnabled()).isTrue();
        attempts.get(0).cancel();
        awaitEnd();
    }

    @Test
    void shouldShowWhatHadHappenedWhenCancelled() throws Exception {
        outcome = steps("connect purchase");
        Parts.perform(tab::begin);

        Parts.perform(() -> cancel.doClick());
        awaitEnd();

        assertThat(selected()).isEqualTo("connect");
        assertThat(cancel.isEnabled()).isFalse();
    }

    @Test
    void shouldCancelAndShowNothingOfItWhenAnotherElementIsEdited() throws Exception {
        outcome = steps("connect purchase");
        Parts.perform(tab::begin);

        Parts.perform(tab::forget);
        assertThat(attempts.get(0).cancelled).isTrue();
        tried("only");

        assertThat(steps.getRowCount()).isEqualTo(1);
        assertThat(selected()).isEqualTo("only");
    }

    @Test
    void shouldSayWhyWhenItCouldNotBeTried() throws Exception {
        TryTab failing = new TryTab("request.", Refused::new, TryTabTest::isPurchase);
        Remark said = new Parts(failing).labelled(Remark.class, "try.remark");

        Parts.perform(failing::begin);

        Parts.awaitOnEventThread("the refusal", () -> said.getText().equals("'cards': there is no file cards.csv"));
    }

    private record Refused() implements Attempt {
        @Override
        public List<SampleResult> call() {
            throw new IllegalArgumentException("'cards': there is no file cards.csv");
        }

        @Override
        public void cancel() {
            // It has ended.
        }
    }

    @Test
    void shouldSayHowToBeginWhenNothingWasTried() {
        assertThat(remark.getText()).isEqualTo(PanelLabels.get("request.try.hint"));
    }
}
