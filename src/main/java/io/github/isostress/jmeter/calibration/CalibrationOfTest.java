package io.github.isostress.jmeter.calibration;

import io.github.isostress.jmeter.Announcement;
import io.github.isostress.jmeter.MissingJar;
import io.github.isostress.jmeter.RunCalibration;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.element.BeforeTheTest;
import io.github.isostress.jmeter.element.RunningPlan;
import io.github.isostress.message.masking.ShownText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calibrates before a test if a property asks for it. If it cannot, it says why and the test goes on without. Named
 * in {@code META-INF/services}.
 */
public final class CalibrationOfTest implements BeforeTheTest {
    private static final Logger LOG = LoggerFactory.getLogger(CalibrationOfTest.class);

    @Override
    public void prepare(RunContext run) {
        try {
            OptionalInt seconds = CalibrationSeconds.asked();
            if (seconds.isPresent()) {
                calibrate(run, seconds.getAsInt());
            }
        } catch (CancellationException e) {
            LOG.info("The calibration has ended early, since the test was stopped");
        } catch (LinkageError e) {
            leaveOut(MissingJar.sentence(e));
        } catch (IllegalArgumentException e) {
            leaveOut(e.getMessage());
        } catch (RuntimeException e) {
            leaveOut(e.getClass().getName() + ": " + e.getMessage());
        }
    }

    private static void leaveOut(String reason) {
        Announcement.tell("The test goes on without calibration: " + ShownText.of(reason), LOG::warn);
    }

    private static void calibrate(RunContext run, int seconds) {
        LOG.info("Calibration for {} s, before the test: its requests go to a host of the calibration's own", seconds);
        CalibrationResult result = Calibration.of(RunningPlan.tree(), variables(), seconds, RunningPlan::isStopped)
                .run();
        Announcement.tell("Calibration: " + result.sentence(), LOG::info);
        result.warning().ifPresent(warning -> Announcement.tell(warning, LOG::warn));
        RunCalibration.note(run, result.load());
    }

    /** Of the engine's thread, from which JMeter gives them to the test's threads. */
    private static Map<String, String> variables() {
        Map<String, String> texts = new LinkedHashMap<>();
        JMeterVariables variables = JMeterContextService.getContext().getVariables();
        if (variables != null) {
            variables.entrySet().forEach(each -> {
                if (each.getValue() instanceof String text) {
                    texts.put(each.getKey(), text);
                }
            });
        }
        return texts;
    }
}
