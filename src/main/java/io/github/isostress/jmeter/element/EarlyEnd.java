package io.github.isostress.jmeter.element;

import io.github.isostress.jmeter.RunContext;
import io.github.isostress.message.masking.ShownText;
import java.util.List;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.util.JMeterUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a test in which nothing can be sent. */
public final class EarlyEnd {
    /** In a plan: go on, sample after sample. */
    static final String KEEP_TRYING = "keep trying";

    /** In a plan: end the test. */
    static final String END_THE_TEST = "end the test";

    private static final Logger LOG = LoggerFactory.getLogger(EarlyEnd.class);

    private EarlyEnd() {}

    /** Both choices as they are written in a plan, the default first. */
    public static List<String> allWords() {
        return List.of(KEEP_TRYING, END_THE_TEST);
    }

    /**
     * Whether a plan's connection asks for it.
     *
     * @throws IllegalArgumentException if its property is none of the choices
     */
    static boolean isWanted(Iso8583Connection connection) {
        return new PropertyReader(connection)
                .choice(connection.getSchema().whenNothingCanBeSent, KEEP_TRYING, END_THE_TEST)
                .equals(END_THE_TEST);
    }

    /** Has the sample end the test if nothing can be sent in this run, and says so once. */
    static void by(SampleResult sample, RunContext run) {
        run.nothingCanBeSent().ifPresent(reason -> {
            sample.setStopTestNow(true);
            if (run.endsEarly()) {
                tell(ShownText.of("The test is ended, since nothing can be sent: " + reason));
            }
        });
    }

    /** JMeter's way to tell a user opens a window where there is one, and its samples would wait for that to be closed. */
    private static void tell(String sentence) {
        if (GuiPackage.getInstance() == null) {
            JMeterUtils.reportErrorToUser(sentence);
        } else {
            LOG.error(sentence);
        }
    }
}
