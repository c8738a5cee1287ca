package io.github.isostress.jmeter.element;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jmeter.util.JMeterUtils;

/**
 * The JMeter properties that tell the ports of hosts. Of several hosts with one property the last that started has its
 * say, and when all have ended the property is what it was before. Thread-safe.
 */
final class PublishedPorts {
    private final Map<String, String> before = new HashMap<>();
    private final Map<String, List<RunningHost>> hosts = new HashMap<>();

    /** The property tells this host's port from now on. */
    synchronized void publish(RunningHost host) {
        String property = host.portProperty();
        List<RunningHost> publishers = hosts.computeIfAbsent(property, key -> {
            before.put(property, JMeterUtils.getProperty(property));
            return new ArrayList<>();
        });
        publishers.add(host);
        JMeterUtils.setProperty(property, String.valueOf(host.port()));
    }

    /** The property does not tell this host's port any more. */
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
