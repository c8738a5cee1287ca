package io.github.isostress.jmeter.run;

import io.github.isostress.health.record.RecordedElement;
import io.github.isostress.jmeter.record.FailureLines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.apache.jmeter.testelement.property.MultiProperty;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jmeter.testelement.property.TestElementProperty;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.util.JMeterUtils;
import org.apache.jorphan.collections.HashTree;

/**
 * The settings of a plan that may be shown: those of thread groups and of our elements, but for passwords, keys, and
 * texts of messages and rules, which have card numbers. Expressions are shown as they are written, and not evaluated: a
 * counter would count.
 */
final class ShownSettings {
    private static final String OURS = "io.github.isostress.";
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|secret|passphrase|token|pin|pan|card|track|cvv|message|keys?)");
    private static final Pattern MESSAGE =
            Pattern.compile("(?i)(template|lines|rules|seals|signOn|signOff|echo|unsolicitedAnswer|verified|gates)");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{__(?:P|property|isoProperty)\\(\\s*([\\w.-]+)");
    private static final Pattern SEED = Pattern.compile("(?m)^\\s*seed\\s+(\\d{1,12})\\s*(?:#.*)?$");
    private static final int LONGEST = 300;

    private final Set<Object> told = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<RecordedElement> elements = new ArrayList<>();
    private final Map<String, String> properties = new TreeMap<>();

    /** Those of a plan that runs or has run. */
    static ShownSettings of(HashTree plan) {
        ShownSettings shown = new ShownSettings();
        JMeterUtils.getJMeterProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("iso8583."))
                .forEach(shown::addProperty);
        shown.addAll(plan);
        return shown;
    }

    /** JMeter puts the elements of the whole plan into each thread group's part of it, too. */
    private void addAll(HashTree level) {
        for (Object node : level.list()) {
            boolean isToldOf = node instanceof AbstractThreadGroup
                    || node.getClass().getName().startsWith(OURS);
            if (isToldOf && told.add(node)) {
                add((TestElement) node);
            }
            addAll(level.getTree(node));
        }
    }

    private void add(TestElement element) {
        Map<String, String> settings = new LinkedHashMap<>();
        PropertyIterator all = element.propertyIterator();
        while (all.hasNext()) {
            JMeterProperty property = all.next();
            if (!property.getName().startsWith("TestElement.") && isOne(property)) {
                addTo(settings, property.getName(), text(property));
            }
        }
        elements.add(new RecordedElement(
                element.getClass().getSimpleName(), shown(text(element.getProperty(TestElement.NAME))), settings));
    }

    private static boolean isOne(JMeterProperty property) {
        return !(property instanceof MultiProperty) && !(property instanceof TestElementProperty);
    }

    private static String text(JMeterProperty property) {
        return property.getObjectValue() instanceof CompoundVariable expression
                ? expression.getRawParameters()
                : property.getStringValue();
    }

    private void addTo(Map<String, String> settings, String name, String text) {
        String shortName = StringUtils.substringAfterLast("." + name, ".");
        if (text == null || text.isBlank()) {
            return;
        }
        if (SECRET.matcher(shortName).matches()) {
            settings.put(name, "not shown");
        } else if (MESSAGE.matcher(shortName).matches() || text.contains("\n")) {
            settings.put(
                    name, "not shown, lines: " + text.lines().count() + (shortName.equals("rules") ? seed(text) : ""));
        } else {
            settings.put(name, shown(text));
            PROPERTY.matcher(text).results().forEach(found -> addProperty(found.group(1)));
        }
    }

    /** With the same seed the rules of an embedded host are played by the same chance. */
    private static String seed(String text) {
        return SEED.matcher(text)
                .results()
                .map(found -> ", seed " + found.group(1))
                .collect(Collectors.joining());
    }

    private void addProperty(String name) {
        String value = JMeterUtils.getProperty(name);
        if (value != null && !value.isBlank()) {
            properties.put(name, SECRET.matcher(name).matches() ? "not shown" : shown(value));
        }
    }

    private static String shown(String text) {
        return StringUtils.abbreviate(FailureLines.shown(text), LONGEST);
    }

    List<RecordedElement> elements() {
        return elements;
    }

    /** Those that the plan reads, and these. */
    Map<String, String> propertiesAnd(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(properties);
        all.putAll(more);
        return all;
    }
}
