package io.github.isostress.jmeter.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table "Advanced Configuration" of an old connection; knows which of its rows nobody has taken. For one reading. */
final class ChannelProperties {
    private final List<Property> left = new ArrayList<>();

    /** A row. */
    private record Property(String name, String value) {}

    ChannelProperties(PlanNode config) {
        config.rows(OldPlugin.Config.CHANNEL_PROPERTIES)
                .forEach(row -> left.add(new Property(
                        row.name(), row.property(OldPlugin.Config.VALUE).strip())));
        left.removeIf(property -> property.name().isEmpty());
    }

    /** Takes a property; of several values the first. Empty if it is not there or blank. */
    Optional<String> take(String name) {
        return takeAll(name).stream().findFirst();
    }

    /** Takes all values of a property that are not blank. */
    List<String> takeAll(String name) {
        List<String> values = left.stream()
                .filter(property -> property.name().equals(name))
                .map(Property::value)
                .filter(value -> !value.isEmpty())
                .toList();
        left.removeIf(property -> property.name().equals(name));
        return values;
    }

    /** Takes a property that is on or off, in the words that jPOS takes for on. */
    boolean takeFlag(String name, boolean usual) {
        return take(name)
                .map(value -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes"))
                .orElse(usual);
    }

    /** The names that are left. */
    List<String> leftNames() {
        return left.stream().map(Property::name).distinct().toList();
    }
}
