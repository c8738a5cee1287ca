package io.github.isostress.jmeter.gui.form;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jmeter.gui.Binding;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/**
 * Carries a text between its field and the element. What the field shows is what the test uses: where the element has
 * no such property the field shows its default, and a field that was emptied stays empty.
 *
 * @param property which text
 * @param field gives the text that the field shows
 * @param show has the field show a text
 */
public record TextBinding(StringPropertyDescriptor<?> property, Supplier<String> field, Consumer<String> show)
        implements Binding {
    @Override
    public void updateElement(TestElement element) {
        String text = field.get();
        if (text.isEmpty() && property.getDefaultValueAsString().isEmpty()) {
            element.removeProperty(property);
        } else {
            element.setProperty(property.getName(), text);
        }
    }

    @Override
    public void updateUi(TestElement element) {
        show.accept(element.getString(property));
    }
}
