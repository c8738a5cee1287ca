package io.github.isostress.jmeter.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.jmeter.util.JMeterUtils;

/** Values of JMeter properties that count for one run. Used under a lock of {@link AssignedRun}. */
final class PropertiesInForce {
    private final Map<String, String> values;
    private final Map<String, Object> before = new HashMap<>();

    /** Sets them. */
    PropertiesInForce(Map<String, String> values) {
        this.values = values;
        Properties all = JMeterUtils.getJMeterProperties();
        values.forEach((name, value) -> before.put(name, all.setProperty(name, value)));
    }

    /** Sets what was there before, but for what was changed meanwhile. */
    void restore() {
        Properties all = JMeterUtils.getJMeterProperties();
        before.forEach((name, value) -> {
            boolean isOurs = values.get(name).equals(all.get(name));
            if (isOurs && value == null) {
                all.remove(name);
            } else if (isOurs) {
                all.put(name, value);
            }
        });
    }
}
