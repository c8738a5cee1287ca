package io.github.isostress.jmeter.element;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jmeter.util.JMeterUtils;

/**
 * The JMeter properties that publish the ports of hosts. If several hosts share a property, it has the port of the one
 * that started last. When all have ended, the property has its old value. Thread-safe.
 */
final class PublishedPorts {
    private final Map<String, String> before = new HashMap<>();
    private final Map<String, List<RunningHost>> hosts = new HashMap<>();

    /** Sets the host's property to its port. */
    synchronized void publish(RunningHost host) {
        String property = host.portProperty();
        List<RunningHost> publishers = hosts.computeIfAbsent(property, key -> {
            before.put(property, JMeterUtils.getProperty(property));
            return new ArrayList<>();
        });
        publishers.add(host);
        JMeterUtils.setProperty(property, String.valueOf(host.port()));
    }

    /** Sets the host's property to the port of the host before it, or to its old value. */
    synchronized void withdraw(RunningHost host) {
        String property = host.portProperty();
        List<RunningHost> publishers = hosts.getOrDefault(property, List.of());
        if (!publishers.contains(host)) {
            return;
        }
        publishers.remove(host);
        if (!publishers.isEmpty()) {
            RunningHost last = publishers.get(publishers.size() - 1);
            JMeterUtils.setProperty(property, String.valueOf(last.port()));
            return;
        }
        hosts.remove(property);
        String value = before.remove(property);
        if (value == null) {
            JMeterUtils.getJMeterProperties().remove(property);
        } else {
            JMeterUtils.setProperty(property, value);
        }
    }
}
