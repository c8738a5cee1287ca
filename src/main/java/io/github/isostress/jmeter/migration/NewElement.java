package io.github.isostress.jmeter.migration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.BooleanPropertyDescriptor;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/**
 * One of our elements as a JMX file has it. Properties that are not set have their default, as our elements read them.
 * For one element.
 */
final class NewElement {
    private static final String PANELS = "io.github.isostress.jmeter.gui.";
    private static final String COMMENTS = "TestPlan.comments";
    private static final String STEP = "  ";

    private final Class<? extends TestElement> type;
    private final String panel;
    private final String name;
    private final boolean isEnabled;
    private final Map<String, String> properties = new LinkedHashMap<>();

    /**
     * An element of ours without properties.
     *
     * @param isEnabled whether it takes part in a test
     */
    NewElement(Class<? extends TestElement> type, String name, boolean isEnabled) {
        this(type, PANELS + type.getSimpleName() + "Gui", name, isEnabled);
    }

    private NewElement(Class<? extends TestElement> type, String panel, String name, boolean isEnabled) {
        this.type = type;
        this.panel = panel;
        this.name = name;
        this.isEnabled = isEnabled;
    }

    /** A controller of JMeter that only keeps what is below it, and is disabled. */
    static NewElement simpleController(String name) {
        return new NewElement(GenericController.class, "LogicControllerGui", name, false);
    }

    /** An element that stands for one of the old plugin's: with its name, and its comments. */
    static NewElement inPlaceOf(PlanNode old, Class<? extends TestElement> type) {
        NewElement element = new NewElement(type, old.name(), old.isEnabled());
        old.property(COMMENTS).filter(text -> !text.isBlank()).ifPresent(text -> element.put("string", COMMENTS, text));
        return element;
    }

    /** Sets a text, which may hold expressions. */
    NewElement with(StringPropertyDescriptor<?> property, String value) {
        return put("string", property.getName(), value);
    }

    NewElement with(BooleanPropertyDescriptor<?> property, boolean value) {
        return put("bool", property.getName(), String.valueOf(value));
    }

    private NewElement put(String kind, String property, String value) {
        properties.put(
                property, "<" + kind + "Prop name=\"" + property + "\">" + escaped(value) + "</" + kind + "Prop>");
        return this;
    }

    /** What JMeter's menu calls the element, for one of ours. */
    String label() {
        return type.getSimpleName().replaceFirst("^Iso8583", "ISO 8583 ");
    }

    /**
     * The element's XML.
     *
     * @param indent blanks before each of its lines but the first
     * @param lineEnd how the file ends its lines
     */
    String xml(String indent, String lineEnd) {
        StringBuilder xml = new StringBuilder("<" + type.getName())
                .append(attribute("guiclass", panel))
                .append(attribute("testclass", type.getName()))
                .append(attribute("testname", name))
                .append(isEnabled ? "" : attribute("enabled", "false"))
                .append('>');
        properties.values().forEach(property -> xml.append("\n" + indent + STEP).append(property));
        xml.append("\n" + indent + "</" + type.getName() + ">");
        return xml.toString().replace("\n", lineEnd);
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(value).replace("\n", "&#xa;") + "\"";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;")
                .replace("\r", "&#xd;");
    }
}
