package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.jmeter.gui.AbstractJMeterGuiComponent;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.TestElementSchema;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every schema that there is: found among the classes, so that none is forgotten. */
@ExtendWith(JMeterEnvironment.class)
class EveryElementTest {
    private static final String ELEMENTS = Iso8583Request.class.getPackageName();
    private static final String SCHEMAS = Iso8583RequestSchema.class.getPackageName();

    @TempDir
    Path folder;

    static List<Class<?>> schemas() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(SCHEMAS).stream()
                        .filter(found -> found.isAssignableTo(TestElementSchema.class))
                        .filter(found -> !found.getModifiers().contains(JavaModifier.ABSTRACT))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void shouldGiveBackEveryExpressionWhenShownSavedAndLoaded(Class<?> schema) throws Exception {
        List<PropertyDescriptor<?, ?>> properties = ownProperties(schema);
        AbstractJMeterGuiComponent gui = gui(schema);
        TestElement filled = gui.createTestElement();
        for (PropertyDescriptor<?, ?> property : properties) {
            filled.setProperty(property.getName(), expression(property));
        }

        TestElement loaded = savedAndLoaded(Panel.shownAndRead(gui, filled));
        TestElement shownAgain = Panel.shownAndRead(gui(schema), loaded);

        assertThat(shownAgain.getClass().getName()).isEqualTo(ELEMENTS + "." + elementName(schema));
        assertThat(properties).isNotEmpty().allSatisfy(property -> {
            assertThat(loaded.getPropertyAsString(property.getName())).isEqualTo(expression(property));
            assertThat(shownAgain.getPropertyAsString(property.getName())).isEqualTo(expression(property));
        });
    }

    @Test
    void shouldBeAPanelOfTheOtherTestsWhenThereIsASchema() {
        List<String> panels = Arrays.stream(Panel.values())
                .map(panel -> panel.open().getClass().getSimpleName())
                .toList();

        assertThat(schemas())
                .isNotEmpty()
                .allSatisfy(schema -> assertThat(panels).contains(elementName(schema) + "Gui"));
    }

    private TestElement savedAndLoaded(TestElement element) throws IOException {
        HashTree tree = new ListedHashTree();
        tree.add(element);
        Path file = folder.resolve("plan.jmx");
        try (OutputStream jmx = Files.newOutputStream(file)) {
            SaveService.saveTree(tree, jmx);
        }
        return (TestElement) SaveService.loadTree(file.toFile()).getArray()[0];
    }

    private static List<PropertyDescriptor<?, ?>> ownProperties(Class<?> schema) throws Exception {
        TestElementSchema instance =
                (TestElementSchema) schema.getField("INSTANCE").get(null);
        return instance.getProperties().values().stream()
                .<PropertyDescriptor<?, ?>>map(property -> property)
                .filter(property -> property.getName().startsWith(elementName(schema) + "."))
                .toList();
    }

    private static AbstractJMeterGuiComponent gui(Class<?> schema) throws Exception {
        return (AbstractJMeterGuiComponent)
                Class.forName(EveryElementTest.class.getPackageName() + "." + elementName(schema) + "Gui")
                        .getDeclaredConstructor()
                        .newInstance();
    }

    private static String elementName(Class<?> schema) {
        return schema.getSimpleName().replaceFirst("Schema$", "");
    }

    private static String expression(PropertyDescriptor<?, ?> property) {
        return "${test_" + property.getShortName() + "}";
    }
}
