package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jmeter.gui.AbstractJMeterGuiComponent;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.SearchByClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plans that we ship, as the GUI opens them. */
@ExtendWith(JMeterEnvironment.class)
class ExamplePlansTest {
    private static final Path PLANS = Path.of(System.getProperty("project.basedir", "."), "jmx-examples");

    static List<Path> plans() throws IOException {
        try (Stream<Path> files = Files.list(PLANS)) {
            return files.filter(file -> file.toString().endsWith(".jmx")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void shouldChangeNothingWhenEachElementIsShown(Path plan) throws Exception {
        for (TestElement element : ourElements(plan)) {
            AbstractJMeterGuiComponent gui =
                    (AbstractJMeterGuiComponent) Class.forName(element.getPropertyAsString(TestElement.GUI_CLASS))
                            .getDeclaredConstructor()
                            .newInstance();

            assertThat(Panel.properties(Panel.shownAndRead(gui, element)))
                    .as(element.getName())
                    .isEqualTo(Panel.properties(element));
        }
    }

    @Test
    void shouldHaveEveryElementInTheFlagshipPlanWhenLoaded() throws Exception {
        assertThat(ourElements(PLANS.resolve("stress.jmx")))
                .extracting(element -> element.getClass().getSimpleName())
                .contains("Iso8583Host", "Iso8583Connection", "Iso8583Request");
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
