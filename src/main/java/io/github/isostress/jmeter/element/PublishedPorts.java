package io.github.isostress.jmeter.element;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jmeter.util.JMeterUtils;

/**
 * The JMeter properties that publish the ports on which somebody listens. If several share a property, it has the port of
 * the one that began last. When all have ended, the property has its old value. Thread-safe.
 */
final class PublishedPorts {
    private final Map<String, String> before = new HashMap<>();
    private final Map<String, List<PortPublisher>> byProperty = new HashMap<>();

    /** Sets the publisher's property to its port. */
    synchronized void publish(PortPublisher publisher) {
        String property = publisher.portProperty();
        List<PortPublisher> publishers = byProperty.computeIfAbsent(property, key -> {
            before.put(property, JMeterUtils.getProperty(property));
            return new ArrayList<>();
        });
        publishers.add(publisher);
        JMeterUtils.setProperty(property, String.valueOf(publisher.port()));
    }

    /** Sets the property to the port of the publisher before it, or to its old value. */
    synchronized void withdraw(PortPublisher publisher) {
        String property = publisher.portProperty();
        List<PortPublisher> publishers = byProperty.getOrDefault(property, List.of());
        if (!publishers.contains(publisher)) {
            return;
        }
        publishers.remove(publisher);
        if (!publishers.isEmpty()) {
            PortPublisher last = publishers.get(publishers.size() - 1);
            JMeterUtils.setProperty(property, String.valueOf(last.port()));
            return;
        }
        byProperty.remove(property);
        String value = before.remove(property);
        if (value == null) {
            JMeterUtils.getJMeterProperties().remove(property);
        } else {
            JMeterUtils.setProperty(property, value);
        }
    }
}
