package io.github.isostress.jmeter.live;

import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jmeter.util.JMeterUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How often a headless run tells its figures. */
public final class ProgressInterval {
    /** The JMeter property; it goes before what a plan says. */
    public static final String PROPERTY = "iso8583.progress.seconds";

    private static final Logger LOG = LoggerFactory.getLogger(ProgressInterval.class);
    private static final String WHOLE_NUMBER = "\\d{1,5}";
    private static final int MOST_SECONDS = 86_400;

    private ProgressInterval() {}

    /** Seconds by the JMeter property, 0 for never; empty if it is not set. What is none is logged, and counts as 0. */
    static OptionalInt ofProperty() {
        String text = JMeterUtils.getPropDefault(PROPERTY, "").strip();
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(seconds(PROPERTY, text));
    }

    /**
     * Reads seconds. Never throws: an element that is told of a test's start must not.
     *
     * @param name where the text stands, for a sentence about a text that is none
     * @return 0 to 86400; 0 for what is none, which is logged
     */
    public static int seconds(String name, String text) {
        Optional<String> fault = fault(text);
        if (fault.isPresent()) {
            LOG.error("No progress is told: {}: {}", name, fault.get());
            return 0;
        }
        return Integer.parseInt(text.strip());
    }

    /** What is wrong with a text that is to say so many seconds, in one clear sentence; empty if nothing is. */
    public static Optional<String> fault(String text) {
        String number = text.strip();
        return number.matches(WHOLE_NUMBER) && Integer.parseInt(number) <= MOST_SECONDS
                ? Optional.empty()
                : Optional.of("'" + number + "' is no whole number from 0 to " + MOST_SECONDS);
    }
}
