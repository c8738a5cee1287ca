package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.LoadedPlan;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.jmeter.gui.AbstractJMeterGuiComponent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.util.JMeterUtils;
import org.apache.jorphan.collections.ListedHashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A plan that was made with version 0.1.0, before connections had a life of their own. */
@ExtendWith(JMeterEnvironment.class)
class EarlierPlanTest {
    private static final Map<String, String> SETTINGS =
            Map.of("workers", "2", "rps", "50", "test_duration_secs", "2", "ramp_up_secs", "0");

    @TempDir
    Path folder;

    private static Path plan() throws Exception {
        return Path.of(EarlierPlanTest.class.getResource("/plan-0.1.0.jmx").toURI());
    }

    @Test
    void shouldKeepEveryPropertyWhenItsElementsAreShownAndSaved() throws Exception {
        List<TestElement> elements = new LoadedPlan(plan()).ourElements();

        assertThat(elements).hasSize(4);
        for (TestElement element : elements) {
            TestElement shown = Panel.shownAndRead(gui(element), element);

            assertThat(Panel.properties(savedAndLoaded(shown)))
                    .as(element.getName())
                    .containsAllEntriesOf(Panel.properties(element));
        }
    }

    @Test
    void shouldHaveTheDefaultsOfWhatIsNewWhenShown() throws Exception {
        for (TestElement element : new LoadedPlan(plan()).ourElements()) {
            TestElement shown = Panel.shownAndRead(gui(element), element);
            String prefix = element.getClass().getSimpleName();

            Arrays.stream(Panel.values())
                    .flatMap(panel -> panel.ownProperties().stream())
                    .filter(property -> property.getName().startsWith(prefix + "."))
                    .filter(property -> element.getPropertyOrNull(property) == null)
                    .forEach(property ->
                            assertThat(shown.getString(property)).isEqualTo(property.getDefaultValueAsString()));
        }
    }

    @Test
    void shouldRunWhenItIsStarted() throws Exception {
        SETTINGS.forEach(JMeterUtils::setProperty);
        try {
            List<SampleResult> samples = new LoadedPlan(plan()).run();

            assertThat(samples)
                    .allSatisfy(sample -> assertThat(sample.isSuccessful())
                            .as(sample.getResponseDataAsString())
                            .isTrue());
            assertThat(samples).extracting(SampleResult::getSampleLabel).contains("host connect", "purchase");
        } finally {
            SETTINGS.keySet().forEach(JMeterUtils.getJMeterProperties()::remove);
        }
    }

    private static AbstractJMeterGuiComponent gui(TestElement element) throws Exception {
        return (AbstractJMeterGuiComponent) Class.forName(element.getPropertyAsString(TestElement.GUI_CLASS))
                .getDeclaredConstructor()
                .newInstance();
    }

    private TestElement savedAndLoaded(TestElement element) throws Exception {
        Path file = folder.resolve("saved.jmx");
        ListedHashTree tree = new ListedHashTree();
        tree.add(element);
        try (OutputStream jmx = Files.newOutputStream(file)) {
            SaveService.saveTree(tree, jmx);
        }
        return (TestElement) SaveService.loadTree(file.toFile()).getArray()[0];
    }
}
