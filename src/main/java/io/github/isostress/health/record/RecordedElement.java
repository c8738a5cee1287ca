package io.github.isostress.health.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An element of a plan, without what must not be shown. Immutable.
 *
 * @param type of the element, such as Iso8583Connection
 * @param name its name in the plan
 * @param settings its properties by their names in the JMX file, in their order there
 */
public record RecordedElement(String type, String name, Map<String, String> settings) {
    /** Copies the settings. */
    public RecordedElement {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
