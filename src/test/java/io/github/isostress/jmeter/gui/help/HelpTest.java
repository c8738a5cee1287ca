package io.github.isostress.jmeter.gui.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.Panel;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.support.PlainWords;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

/** Our help: that it explains what there is, and how one gets there. */
@ExtendWith(JMeterEnvironment.class)
class HelpTest {
    private static final List<String> DOCUMENTS =
            List.of(Path.of(System.getProperty("project.basedir", "."), "src/docs")
                    .toFile()
                    .list((folder, name) -> name.endsWith(".md")));

    @ParameterizedTest
    @EnumSource
    void shouldExplainEveryPropertyWhenThePanelShowsIt(Panel panel) throws IOException {
        String page = HelpPage.ofPanel(panel.open().getDocAnchor()).text();

        assertThat(page).contains("<a name=\"" + panel.open().getDocAnchor() + "\"></a>" + panel.title);
        for (PropertyDescriptor<?, ?> property : panel.ownProperties()) {
            String label = StringEscapeUtils.escapeHtml4(PanelLabels.get(panel.prefix + property.getShortName()));
            assertThat(page)
                    .containsPattern(
                            Pattern.quote("<a name=\"" + property.getName() + "\"></a><b>" + label + "</b></td>")
                                    + "<td>.{10,}</td><td>.+</td>");
        }
    }

    @Test
    void shouldNameEveryFailureAndFramingWhenThereIsOne() throws IOException {
        String codes = HelpPage.CODES.text();
        String framings = HelpPage.FRAMING.text();

        for (Failure failure : Failure.values()) {
            assertThat(codes).contains("<td>" + failure.name() + "</td><td>" + failure.sentence() + "</td>");
        }
        for (FramingPreset preset : FramingPreset.values()) {
            assertThat(framings).contains("<td><code>" + preset.presetName() + "</code></td>");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldNeedNoNetworkWhenItIsRead(HelpPage page) throws IOException {
        for (String link : links(page)) {
            Optional<HelpPlace> place = HelpPlace.top(page).follow(link);
            assertThat(place).as(link).isPresent();
            if (link.contains("#")) {
                assertThat(anchors(place.get().page())).contains(place.get().anchor());
            }
        }
    }

    @Test
    void shouldComeToEveryPageWhenOneBeginsAtTheContents() throws IOException {
        assertThat(links(HelpPage.CONTENTS).stream()
                        .map(link -> link.replaceFirst("#.*", ""))
                        .filter(link -> !link.isEmpty()))
                .containsAll(Arrays.stream(HelpPage.values())
                        .filter(page -> page != HelpPage.CONTENTS)
                        .map(HelpPage::file)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeCalledTheSameInContentsAndHeadingWhenThePageIsOpened(HelpPage page) throws IOException {
        assertThat(page.text())
                .containsPattern("<h1>(<a name=\"[\\w-]+\"></a>)?" + Pattern.quote(heading(page)) + "</h1>");
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayWhereToReadOnWhenThereIsMoreInTheDocumentation(HelpPage page) throws IOException {
        assertThat(documents(page)).isNotEmpty().isSubsetOf(DOCUMENTS);
    }

    @Test
    void shouldNameEveryPageOfTheDocumentationWhenOneReadsTheContents() throws IOException {
        assertThat(documents(HelpPage.CONTENTS)).containsExactlyInAnyOrderElementsOf(DOCUMENTS);
    }

    @ParameterizedTest
    @EnumSource
    void shouldUseTheFieldsWordsWhenItIsRead(HelpPage page) throws IOException {
        assertThat(PlainWords.otherThan(page.text())).isEmpty();
    }

    private static Set<String> documents(HelpPage page) throws IOException {
        return Pattern.compile("<code>([\\w-]+\\.md)</code>")
                .matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String heading(HelpPage page) {
        return page == HelpPage.CONTENTS ? "ISO 8583 in JMeter" : page.title();
    }

    private static List<String> links(HelpPage page) throws IOException {
        return Pattern.compile("(?:href|src)=\"([^\"]*)\"")
                .matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** As Swing reads them. */
    private static Set<Object> anchors(HelpPage page) throws IOException {
        HTMLDocument document = page.read(HelpStyle.current());
        Set<Object> anchors = new HashSet<>();
        for (HTMLDocument.Iterator links = document.getIterator(HTML.Tag.A); links.isValid(); links.next()) {
            anchors.add(links.getAttributes().getAttribute(HTML.Attribute.NAME));
        }
        return anchors;
    }

    @ParameterizedTest
    @EnumSource
    void shouldOfferHelpByButtonAndKeyWhenThePanelIsShown(Panel panel) {
        JComponent gui = panel.open();

        assertThat(parts(gui).filter(JButton.class::isInstance).map(JButton.class::cast))
                .filteredOn(button -> PanelLabels.get("help.link").equals(button.getText()))
                .singleElement()
                .satisfies(button -> {
                    assertThat(button.getToolTipText()).isEqualTo(PanelLabels.get("help.link.tip"));
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
