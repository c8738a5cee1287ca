package io.github.isostress.jmeter.function;

import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.util.JMeterUtils;

/**
 * {@code ${__isoIfBlank(host,true,false)}}: one text if a JMeter property is missing or blank, another if it is set.
 * The value does not show the property, which may be a secret or hold any character.
 */
public final class IsoIfBlank extends IsoFunction {
    /** JMeter makes it by reflection. */
    public IsoIfBlank() {
        super("__isoIfBlank", "Name of the property", "Text if it is missing or blank", "Text if it is set");
    }

    @Override
    String value(List<String> values) {
        return StringUtils.isBlank(JMeterUtils.getProperty(values.get(0))) ? values.get(1) : values.get(2);
    }
}
