package io.github.isostress.jmeter.function;

import io.github.isostress.jmeter.CurrentRun;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.util.JMeterUtils;

/**
 * {@code ${__isoProperty(workers,20,1-1000)}}: a JMeter property, or the default if it is missing or blank. If the
 * property is no whole number in the range, the function gives the default, and every sample of the run fails and says
 * what is wrong: JMeter itself would take the property for 0 and end the test at once.
 */
public final class IsoProperty extends IsoFunction {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    /** JMeter makes it by reflection. */
    public IsoProperty() {
        super("__isoProperty", "Name of the property", "Default", "Range, such as 1-1000; blank for any text");
    }

    @Override
    String value(List<String> values) {
        String name = values.get(0);
        String fallback = values.get(1);
        String value = StringUtils.defaultIfBlank(JMeterUtils.getProperty(name), fallback)
                .strip();
        if (values.get(2).isEmpty() || isWithin(value, values.get(2))) {
            return value;
        }
        CurrentRun.context()
                .refuse("property " + name + " is '" + value + "', it must be a whole number in " + values.get(2));
        return fallback;
    }

    private static boolean isWithin(String value, String range) {
        Matcher bounds = RANGE.matcher(range);
        if (!bounds.matches()) {
            throw new IllegalArgumentException("'" + range + "' is no range such as 1-1000");
        }
        if (!value.matches("\\d{1,9}")) {
            return false;
        }
        int number = Integer.parseInt(value);
        return number >= Integer.parseInt(bounds.group(1)) && number <= Integer.parseInt(bounds.group(2));
    }
}
