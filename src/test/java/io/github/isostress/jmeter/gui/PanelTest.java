package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.jmeter.gui.AbstractJMeterGuiComponent;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every element and its panel: nothing a user has set is lost on any of an element's ways. */
@ExtendWith(JMeterEnvironment.class)
class PanelTest {
    /** Properties that are blank by default, and that a new element explains by an example. */
    private static final Set<String> WITH_AN_EXAMPLE = Set.of("template", "lines", "rules", "variables");

    /** Properties whose default is what plans have meant that do not have them, and not what is best for a new one. */
    private static final Set<String> BETTER_WHEN_NEW = Set.of("total");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void shouldGiveBackEveryPropertyWhenShownAndRead(Panel panel) {
        TestElement filled = panel.filledElement();

        TestElement read = Panel.shownAndRead(panel.open(), filled);

        assertThat(Panel.properties(read)).isEqualTo(Panel.properties(filled));
        assertThat(panel.ownProperties())
                .isNotEmpty()
                .allSatisfy(property ->
                        assertThat(read.getPropertyAsString(property.getName())).isEqualTo(Panel.expression(property)));
    }

    @ParameterizedTest
    @EnumSource
    void shouldChangeNothingWhenReadTwice(Panel panel) {
        AbstractJMeterGuiComponent gui = panel.open();
        TestElement element = panel.filledElement();
        gui.configure(element);
        gui.modifyTestElement(element);
        Map<String, String> once = Panel.properties(element);

        gui.modifyTestElement(element);

        assertThat(Panel.properties(element)).isEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepNothingOfTheElementBeforeWhenAnotherIsShown(Panel panel) {
        AbstractJMeterGuiComponent gui = panel.open();
        TestElement fresh = panel.newElement();
        Map<String, String> shownAlone = Panel.properties(Panel.shownAndRead(panel.open(), fresh));

        gui.configure(panel.filledElement());

        assertThat(Panel.properties(Panel.shownAndRead(gui, fresh))).isEqualTo(shownAlone);
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowTheDefaultsWhenTheElementIsNew(Panel panel) {
        TestElement fresh = panel.newElement();

        assertThat(fresh.getName()).isEqualTo(panel.title);
        for (PropertyDescriptor<?, ?> property : panel.ownProperties()) {
            if (!WITH_AN_EXAMPLE.contains(property.getShortName())
                    && !BETTER_WHEN_NEW.contains(property.getShortName())) {
                assertThat(fresh.getString(property)).isEqualTo(property.getDefaultValueAsString());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowTheDefaultsWhenThePropertiesAreMissing(Panel panel) {
        AbstractJMeterGuiComponent gui = panel.open();

        TestElement read = Panel.shownAndRead(gui, gui.makeTestElement());

        for (PropertyDescriptor<?, ?> property : panel.ownProperties()) {
            assertThat(read.getString(property)).isEqualTo(property.getDefaultValueAsString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepEveryPropertyWhenSavedAndLoaded(Panel panel) throws Exception {
        TestElement filled = panel.filledElement();
        HashTree tree = new ListedHashTree();
        tree.add(filled);
        ByteArrayOutputStream jmx = new ByteArrayOutputStream();
        SaveService.saveTree(tree, jmx);
        File file = Files.write(folder.resolve("plan.jmx"), jmx.toByteArray()).toFile();

        TestElement loaded = (TestElement) SaveService.loadTree(file).getArray()[0];

        assertThat(loaded).hasSameClassAs(filled);
        assertThat(Panel.properties(loaded)).isEqualTo(Panel.properties(filled));
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepEveryPropertyWhenSentToAnAgent(Panel panel) {
        TestElement filled = panel.filledElement();

        TestElement sent = (TestElement) SerializationUtils.roundtrip((Serializable) filled);

        assertThat(sent).isNotSameAs(filled).hasSameClassAs(filled);
        assertThat(Panel.properties(sent)).isEqualTo(Panel.properties(filled));
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepEveryPropertyWhenClonedForAThread(Panel panel) {
        TestElement filled = panel.filledElement();

        TestElement clone = (TestElement) filled.clone();

        assertThat(clone).isNotSameAs(filled).hasSameClassAs(filled);
        assertThat(Panel.properties(clone)).isEqualTo(Panel.properties(filled));
    }
}
