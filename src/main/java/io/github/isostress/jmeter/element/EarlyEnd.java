package io.github.isostress.jmeter.element;

import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.setting.PropertyReader;
import io.github.isostress.message.masking.ShownText;
import java.util.List;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.util.JMeterUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a test in which nothing can be sent, if a connection asks for it. */
public final class EarlyEnd {
    /** The property's value to go on, sample after sample. */
    static final String KEEP_TRYING = "keep trying";

    /** The property's value to end the test. */
    static final String END_THE_TEST = "end the test";

    private static final Logger LOG = LoggerFactory.getLogger(EarlyEnd.class);

    private EarlyEnd() {}

    /** Both values, the default first. */
    public static List<String> allWords() {
        return List.of(KEEP_TRYING, END_THE_TEST);
    }

    /**
     * Whether the connection asks for it.
     *
     * @throws IllegalArgumentException if its property is none of the choices
     */
    static boolean isWanted(Iso8583Connection connection) {
        return new PropertyReader(connection)
                .choice(connection.getSchema().whenNothingCanBeSent, KEEP_TRYING, END_THE_TEST)
                .equals(END_THE_TEST);
    }

    /** Lets the sample end the test if nothing can be sent in the run. The first one to do so says why. */
    static void by(SampleResult sample, RunContext run) {
        run.nothingCanBeSent().ifPresent(reason -> {
            sample.setStopTestNow(true);
            if (run.endsEarly()) {
                report(ShownText.of("The test is ended, since nothing can be sent: " + reason));
            }
        });
    }

    /** JMeter reports to the user in a dialog if it has a window, and samples would wait until the user closes it. */
    private static void report(String sentence) {
        if (GuiPackage.getInstance() == null) {
            JMeterUtils.reportErrorToUser(sentence);
        } else {
            LOG.error(sentence);
        }
    }
}
