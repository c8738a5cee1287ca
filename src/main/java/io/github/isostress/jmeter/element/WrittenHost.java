package io.github.isostress.jmeter.element;

import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;

/**
 * A host as it stands in the plan under edit, with what it takes from the plan: two that are equal start equal hosts. It
 * may hold secrets, so it shows nothing. Immutable.
 */
public final class WrittenHost {
    private static final Iso8583HostSchema SCHEMA = Iso8583HostSchema.INSTANCE;
    private static final String OWN_PREFIX = "Iso8583";
    private static final String REFERENCE = "${";
    private static final String NEW_KEY = "new key";

    private final Map<String, String> properties;
    private final List<Map<String, String>> keys;
    private final Map<String, String> variables;

    /**
     * A host with its expressions as they are written.
     *
     * @param keys those in its scope, the nearest first
     * @param variables those of the plan
     */
    public WrittenHost(Iso8583Host host, List<Iso8583Keys> keys, Map<String, String> variables) {
        properties = properties(host);
        properties.remove(SCHEMA.start.getName());
        boolean namesKeys =
                !host.get(SCHEMA.seals).isBlank() || host.get(SCHEMA.rules).contains(NEW_KEY);
        this.keys = namesKeys ? keys.stream().map(WrittenHost::properties).toList() : List.of();
        boolean usesVariables = properties.values().stream().anyMatch(text -> text.contains(REFERENCE))
                || this.keys.stream()
                        .flatMap(each -> each.values().stream())
                        .anyMatch(text -> text.contains(REFERENCE));
        this.variables = usesVariables ? Map.copyOf(variables) : Map.of();
    }

    /** A missing property has its default. */
    private static Map<String, String> properties(TestElement element) {
        return element.getSchema().getProperties().values().stream()
                .filter(property -> property.getName().startsWith(OWN_PREFIX))
                .collect(Collectors.toMap(
                        PropertyDescriptor::getName, element::getString, (one, other) -> one, TreeMap::new));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrittenHost that
                && properties.equals(that.properties)
                && keys.equals(that.keys)
                && variables.equals(that.variables);
    }

    @Override
    public int hashCode() {
        return properties.hashCode();
    }
}
