package io.github.isostress.jmeter.calibration;

import java.util.OptionalInt;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.util.JMeterUtils;

/** For how long a test calibrates: the JMeter property {@code calibrate}, in full {@code iso8583.calibrate}. */
final class CalibrationSeconds {
    private static final String FULL_NAME = "iso8583.calibrate";
    private static final String SHORT_NAME = "calibrate";
    private static final int MOST = 600;

    private CalibrationSeconds() {}

    /**
     * The seconds; empty if neither property is set, or it is 0.
     *
     * @throws IllegalArgumentException with one clear sentence if the property is no such number
     */
    static OptionalInt asked() {
        String name = text(FULL_NAME).isEmpty() ? SHORT_NAME : FULL_NAME;
        String text = text(name);
        int seconds = text.isEmpty() ? 0 : text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
        if (seconds < 0 || seconds > MOST) {
            throw new IllegalArgumentException(
                    "property " + name + " is '" + text + "', it must be a whole number of seconds in 1-" + MOST);
        }
        return seconds == 0 ? OptionalInt.empty() : OptionalInt.of(seconds);
    }

    private static String text(String name) {
        return StringUtils.trimToEmpty(JMeterUtils.getProperty(name));
    }
}
