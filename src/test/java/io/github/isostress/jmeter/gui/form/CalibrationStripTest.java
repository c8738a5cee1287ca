package io.github.isostress.jmeter.gui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.Parts;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import javax.swing.JButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The button that calibrates, with a calibration whose end the test decides. */
@ExtendWith(JMeterEnvironment.class)
class CalibrationStripTest {
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean isCancelled;
    private volatile RuntimeException failure;

    private final CalibrationStrip strip = new CalibrationStrip(Attempt::new);
    private final JButton begin = Parts.named(strip, JButton.class, "Calibrate");
    private final JButton cancel = Parts.named(strip, JButton.class, "Cancel calibration");
    private final SentenceArea words = words(strip);

    private static String told(SentenceArea words) throws Exception {
        return Parts.seen(words::getText);
    }

    private static SentenceArea words(CalibrationStrip strip) {
        return Parts.named(strip, SentenceArea.class, "What this machine can carry");
    }

    private final class Attempt implements CalibrationAttempt {
        @Override
        public String call() throws InterruptedException {
            ended.await();
            if (isCancelled) {
                throw new CancellationException();
            }
            if (failure != null) {
                throw failure;
            }
            return "this machine carries 1,000 of them";
        }

        @Override
        public void cancel() {
            isCancelled = true;
            ended.countDown();
        }
    }

    private String told() throws Exception {
        Parts.awaitOnEventThread("the calibration's end", begin::isEnabled);
        return told(words);
    }

    @Test
    void shouldTellTheFiguresWhenItHasCalibrated() throws Exception {
        Parts.perform(() -> begin.doClick());

        assertThat(begin.isEnabled()).isFalse();
        assertThat(told(words)).isEqualTo("Calibrating for 10 s...");
        ended.countDown();
        assertThat(told()).isEqualTo("This machine carries 1,000 of them.");
        assertThat(cancel.isEnabled()).isFalse();
    }

    @Test
    void shouldSayWhyWhenItCannotCalibrate() throws Exception {
        failure = new IllegalArgumentException("there is no request");
        ended.countDown();
        Parts.perform(() -> begin.doClick());

        assertThat(told()).isEqualTo("there is no request");
    }

    @Test
    void shouldEndWithoutFiguresWhenItIsCancelled() throws Exception {
        Parts.perform(() -> begin.doClick());
        Parts.perform(() -> cancel.doClick());

        assertThat(told()).isEqualTo("Cancelled.");
    }

    @Test
    void shouldSayThatThereIsNothingToSendWhenNoPlanIsOpen() throws Exception {
        CalibrationStrip alone = new CalibrationStrip(() -> PlanTreeScope.NONE);
        JButton press = Parts.named(alone, JButton.class, "Calibrate");
        Parts.perform(() -> press.doClick());
        Parts.awaitOnEventThread("the refusal", press::isEnabled);

        assertThat(told(words(alone))).isEqualTo("no thread group of the plan repeats an ISO 8583 Request");
    }
}
