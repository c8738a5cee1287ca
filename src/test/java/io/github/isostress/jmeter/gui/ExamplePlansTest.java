package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jmeter.gui.AbstractJMeterGuiComponent;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.SearchByClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plans that we ship, as the GUI opens them. */
@ExtendWith(JMeterEnvironment.class)
class ExamplePlansTest {
    private static final Path BASE = Path.of(System.getProperty("project.basedir", "."));
    private static final Path PLANS = BASE.resolve("jmx-examples");

    static List<Path> plans() throws IOException {
        return plansIn(PLANS);
    }

    static List<Path> plansAndTemplates() throws IOException {
        List<Path> all = new ArrayList<>(plansIn(PLANS));
        all.addAll(plansIn(BASE.resolve("src/jmeter/bin/templates")));
        return all;
    }

    private static List<Path> plansIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jmx")).toList();
        }
    }

    /** JMeter shows every element while it loads a plan, and asks to save it if one has changed after that. */
    @ParameterizedTest
    @MethodSource("plansAndTemplates")
    void shouldNotChangeThePlanWhenElementsAreShownInTurnByTheSamePanels(Path plan) throws Exception {
        Map<String, AbstractJMeterGuiComponent> panels = new HashMap<>();
        List<TestElement> elements = ourElements(plan);
        elements.forEach(element -> show(panels, element));
        List<TestElement> loaded =
                elements.stream().map(element -> (TestElement) element.clone()).toList();

        elements.forEach(element -> show(panels, element));

        assertThat(elements).isEqualTo(loaded);
        assertThat(elements.stream().map(ExamplePlansTest::typed).toList())
                .isEqualTo(loaded.stream().map(ExamplePlansTest::typed).toList());
    }

    private static void show(Map<String, AbstractJMeterGuiComponent> panels, TestElement element) {
        AbstractJMeterGuiComponent gui =
                panels.computeIfAbsent(element.getPropertyAsString(TestElement.GUI_CLASS), ExamplePlansTest::panel);
        gui.configure(element);
        gui.modifyTestElement(element);
    }

    /** A plan that does not name a property has its default. */
    @ParameterizedTest
    @MethodSource("plansAndTemplates")
    void shouldMeanTheSameWhenEachElementIsShown(Path plan) throws Exception {
        for (TestElement element : ourElements(plan)) {
            TestElement loaded = (TestElement) element.clone();

            show(new HashMap<>(), element);

            assertThat(element.getSchema().getProperties().values())
                    .allSatisfy(property -> assertThat(element.getString(property))
                            .as(element.getName() + " " + property.getName())
                            .isEqualTo(loaded.getString(property)));
        }
    }

    private static AbstractJMeterGuiComponent panel(String className) {
        try {
            return (AbstractJMeterGuiComponent)
                    Class.forName(className).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> typed(TestElement element) {
        Map<String, String> properties = new TreeMap<>();
        for (PropertyIterator all = element.propertyIterator(); all.hasNext(); ) {
            JMeterProperty property = all.next();
            properties.put(property.getName(), property.getClass().getSimpleName() + " " + property.getStringValue());
        }
        return properties;
    }

    @ParameterizedTest
    @MethodSource("plans")
    void shouldChangeNothingWhenEachElementIsShown(Path plan) throws Exception {
        for (TestElement element : ourElements(plan)) {
            AbstractJMeterGuiComponent gui = panel(element.getPropertyAsString(TestElement.GUI_CLASS));

            assertThat(Panel.properties(Panel.shownAndRead(gui, element)))
                    .as(element.getName())
                    .isEqualTo(Panel.properties(element));
        }
    }

    @Test
    void shouldHaveEveryElementInTheFlagshipPlanWhenLoaded() throws Exception {
        assertThat(ourElements(PLANS.resolve("stress.jmx")))
                .extracting(element -> element.getClass().getSimpleName())
                .contains("Iso8583Host", "Iso8583Connection", "Iso8583RateTimer", "Iso8583Request");
    }

    private static List<TestElement> ourElements(Path plan) throws IOException {
        HashTree tree = SaveService.loadTree(plan.toFile());
        SearchByClass<TestElement> elements = new SearchByClass<>(TestElement.class);
        tree.traverse(elements);
        return elements.getSearchResults().stream()
                .filter(element -> element.getClass().getName().startsWith("io.github.isostress."))
                .toList();
    }
}
