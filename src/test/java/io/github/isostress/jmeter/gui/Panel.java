package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.setting.Iso8583AssertionSchema;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583FieldExtractorSchema;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import io.github.isostress.jmeter.setting.Iso8583MessageDefaultsSchema;
import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import io.github.isostress.jmeter.setting.Iso8583ReplySchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.jmeter.setting.Iso8583ResultsSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jmeter.gui.AbstractJMeterGuiComponent;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.TestElementSchema;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;

/** Every panel that we bring, for tests that hold for all of them. */
public enum Panel {
    REQUEST("request.", "ISO 8583 Request", Iso8583RequestSchema.INSTANCE, Iso8583RequestGui::new),
    REPLY("reply.", "ISO 8583 Reply", Iso8583ReplySchema.INSTANCE, Iso8583ReplyGui::new),
    DEFAULTS(
            "defaults.",
            "ISO 8583 Message Defaults",
            Iso8583MessageDefaultsSchema.INSTANCE,
            Iso8583MessageDefaultsGui::new),
    KEYS("keys.", "ISO 8583 Keys", Iso8583KeysSchema.INSTANCE, Iso8583KeysGui::new),
    CONNECTION("connection.", "ISO 8583 Connection", Iso8583ConnectionSchema.INSTANCE, Iso8583ConnectionGui::new),
    HOST("host.", "ISO 8583 Host", Iso8583HostSchema.INSTANCE, Iso8583HostGui::new),
    EXTRACTOR(
            "extractor.",
            "ISO 8583 Field Extractor",
            Iso8583FieldExtractorSchema.INSTANCE,
            Iso8583FieldExtractorGui::new),
    ASSERTION("assertion.", "ISO 8583 Assertion", Iso8583AssertionSchema.INSTANCE, Iso8583AssertionGui::new),
    RATE("rate.", "ISO 8583 Rate Timer", Iso8583RateTimerSchema.INSTANCE, Iso8583RateTimerGui::new),
    RESULTS("results.", "ISO 8583 Results", Iso8583ResultsSchema.INSTANCE, Iso8583ResultsGui::new);

    public final String prefix;
    public final String title;
    private final TestElementSchema schema;
    private final Supplier<AbstractJMeterGuiComponent> maker;

    Panel(String prefix, String title, TestElementSchema schema, Supplier<AbstractJMeterGuiComponent> maker) {
        this.prefix = prefix;
        this.title = title;
        this.schema = schema;
        this.maker = maker;
    }

    /** A new panel. */
    public AbstractJMeterGuiComponent open() {
        return maker.get();
    }

    /** The element's properties but for those that every JMeter element has. */
    public List<PropertyDescriptor<?, ?>> ownProperties() {
        return schema.getProperties().values().stream()
                .<PropertyDescriptor<?, ?>>map(property -> property)
                .filter(property -> property.getName().startsWith("Iso8583"))
                .toList();
    }

    /** An element as JMeter makes it when one is added from the menu. */
    TestElement newElement() {
        AbstractJMeterGuiComponent gui = open();
        TestElement element = gui.createTestElement();
        element.setName(gui.getStaticLabel());
        return element;
    }

    /** An element in which every property holds an expression that names it. */
    TestElement filledElement() {
        TestElement element = newElement();
        for (PropertyDescriptor<?, ?> property : ownProperties()) {
            element.setProperty(property.getName(), expression(property));
        }
        return element;
    }

    /** What a property of {@link #filledElement()} holds. */
    static String expression(PropertyDescriptor<?, ?> property) {
        return "${test_" + property.getShortName() + "}";
    }

    /** The element after it was shown and read back. */
    static TestElement shownAndRead(AbstractJMeterGuiComponent gui, TestElement element) {
        gui.configure(element);
        TestElement read = gui.makeTestElement();
        gui.modifyTestElement(read);
        return read;
    }

    /** All properties, by name, as they would be saved. */
    static Map<String, String> properties(TestElement element) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (PropertyIterator all = element.propertyIterator(); all.hasNext(); ) {
            var property = all.next();
            properties.put(property.getName(), property.getStringValue());
        }
        return properties;
    }
}
