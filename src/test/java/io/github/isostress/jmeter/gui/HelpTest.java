package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.wire.FramingPreset;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.KeyStroke;
import javax.swing.text.html.HTML;
import javax.swing.text.html.HTMLDocument;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.jmeter.gui.action.ActionNames;
import org.apache.jmeter.gui.action.ActionRouter;
import org.apache.jmeter.gui.action.Command;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our help page: that it explains what there is, and how one gets there. */
@ExtendWith(JMeterEnvironment.class)
class HelpTest {
    @ParameterizedTest
    @EnumSource
    void shouldExplainEveryPropertyWhenThePanelShowsIt(Panel panel) throws IOException {
        String page = HelpPage.text();

        assertThat(page).contains("<a name=\"" + panel.open().getDocAnchor() + "\"></a>" + panel.title);
        for (PropertyDescriptor<?, ?> property : panel.ownProperties()) {
            String label = StringEscapeUtils.escapeHtml4(Labels.get(panel.prefix + property.getShortName()));
            assertThat(page)
                    .containsPattern(
                            Pattern.quote("<a name=\"" + property.getName() + "\"></a><b>" + label + "</b></td>")
                                    + "<td>.{10,}</td><td>.+</td>");
        }
    }

    @Test
    void shouldNameEveryFailureAndFramingWhenThereIsOne() throws IOException {
        String page = HelpPage.text();

        for (Failure failure : Failure.values()) {
            assertThat(page).contains("<td>" + failure.name() + "</td><td>" + failure.sentence() + "</td>");
        }
        for (FramingPreset preset : FramingPreset.values()) {
            assertThat(page).contains("<td><code>" + preset.presetName() + "</code></td>");
        }
    }

    @Test
    void shouldNeedNoNetworkWhenItIsRead() throws IOException {
        String page = HelpPage.text();
        Set<String> anchors = new HashSet<>();
        Pattern.compile("name=\"([^\"]+)\"").matcher(page).results().forEach(found -> anchors.add(found.group(1)));

        Pattern.compile("(?:href|src)=\"([^\"]*)\"").matcher(page).results().forEach(link -> {
            assertThat(link.group(1)).startsWith("#");
            assertThat(anchors).contains(link.group(1).substring(1));
        });
    }

    @Test
    void shouldHaveItsAnchorsWhenSwingReadsIt() throws IOException {
        HTMLDocument page = HelpPage.read(HelpPage.style());

        Set<Object> anchors = new HashSet<>();
        for (HTMLDocument.Iterator links = page.getIterator(HTML.Tag.A); links.isValid(); links.next()) {
            anchors.add(links.getAttributes().getAttribute(HTML.Attribute.NAME));
        }
        assertThat(anchors)
                .containsAll(Arrays.stream(Panel.values())
                        .map(panel -> panel.open().getDocAnchor())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void shouldOfferHelpByButtonAndKeyWhenThePanelIsShown(Panel panel) {
        JComponent gui = panel.open();

        assertThat(parts(gui).filter(JButton.class::isInstance).map(JButton.class::cast))
                .filteredOn(button -> Labels.get("help.link").equals(button.getText()))
                .singleElement()
                .satisfies(button -> {
                    assertThat(button.getToolTipText()).isEqualTo(Labels.get("help.link.tip"));
                    assertThat(button.getParent().getComponent(0))
                            .isInstanceOfSatisfying(
                                    JLabel.class,
                                    title -> assertThat(title.getText()).isEqualTo(panel.title));
                });
        Object action = gui.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .get(KeyStroke.getKeyStroke(KeyEvent.VK_F1, 0));
        assertThat(gui.getActionMap().get(action)).isNotNull();
    }

    @Test
    void shouldBeTheOnlyHelpWhenJMeterCollectsItsCommands() {
        ActionRouter.getInstance().populateCommandMap();

        assertThat(ActionRouter.getInstance().getAction(ActionNames.HELP))
                .singleElement()
                .isInstanceOf(HelpCommand.class)
                .isInstanceOf(Command.class);
    }

    private static Stream<Component> parts(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(part -> part instanceof Container inner
                        ? Stream.concat(Stream.of(part), parts(inner))
                        : Stream.of(part));
    }
}
