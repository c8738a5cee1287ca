package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.form.ActionButton;
import io.github.isostress.jmeter.gui.form.PackagerView;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.help.HelpPage;
import io.github.isostress.jmeter.gui.help.HelpView;
import io.github.isostress.jmeter.rehearsal.PackagerCheck;
import io.github.isostress.jmeter.view.ExchangeView;
import io.github.isostress.jmeter.view.MessageView;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import org.apache.commons.text.StringEscapeUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The help tells of every tab, field, button, menu entry, column and key that there is: they are looked for in the
 * panels.
 */
@ExtendWith(JMeterEnvironment.class)
class HelpCoverageTest {
    /** What JMeter puts into every panel, and into the menu of every text area. */
    private static final Set<String> JMETERS = Set.of("Name", "Comments", "Folding", "Can't Undo", "Can't Redo");

    private static final String TIP = ".tip";

    static Stream<Container> views() {
        return Stream.of(
                new ExchangeView(),
                new MessageView(),
                new RulesHelpView(example -> {}),
                new PackagerView(new PackagerCheck("none", "", List.of())),
                new HelpView());
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellOfEveryPartWhenAPanelHasIt(Panel panel) throws IOException {
        String help = withLinkedPages(HelpPage.ofPanel(panel.open().getDocAnchor()));

        assertThat(untold(panel.open(), help)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellOfEveryChoiceWhenAFieldOffersIt(Panel panel) throws IOException {
        String help = withLinkedPages(HelpPage.ofPanel(panel.open().getDocAnchor()));

        assertThat(new OfferedParts(panel.open()).choices())
                .filteredOn(choice -> !help.contains("<code>" + choice + "</code>"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveAHeadingForEveryTabWhenHelpOpensThere(Panel panel) throws IOException {
        String page = HelpPage.ofPanel(panel.open().getDocAnchor()).text();

        assertThat(new OfferedParts(panel.open()).tabs())
                .allSatisfy(tab -> assertThat(page)
                        .contains("<h2><a name=\"" + PanelLabels.anchor(tab) + "\"></a>" + tab + "</h2>"));
    }

    @ParameterizedTest
    @MethodSource("views")
    void shouldTellOfEveryPartWhenAWindowHasIt(Container view) throws IOException {
        assertThat(untold(view, allPages())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gui", "editor", "view"})
    void shouldTellOfEveryPartWhenItHasAToolTip(String names) throws IOException {
        String help = allPages();
        ResourceBundle labels =
                ResourceBundle.getBundle("io.github.isostress.jmeter." + names + ".labels", Locale.ENGLISH);

        assertThat(labels.keySet())
                .filteredOn(key -> labels.containsKey(key + TIP))
                .isNotEmpty()
                .extracting(labels::getString)
                .filteredOn(label -> !label.startsWith("{") && !tells(help, label))
                .isEmpty();
    }

    @Test
    void shouldMissThemWhenAButtonAndAKeyAreNotTold() throws IOException {
        JPanel panel = new JPanel();
        panel.add(new JButton("Launch"));
        new ActionButton("request.try", () -> {}).pressedByControlEnterIn(panel);
        panel.getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_F9, 0), "request.try");

        assertThat(untold(panel, allPages())).containsExactly("Launch", "F9");
    }

    /** What the component has and the help does not tell. */
    private static List<String> untold(Container component, String help) {
        OfferedParts parts = new OfferedParts(component);
        List<String> missing = new ArrayList<>();
        parts.words().stream()
                .filter(words -> !JMETERS.contains(words) && !tells(help, words))
                .forEach(missing::add);
        parts.keys().stream()
                .filter(key -> !help.contains("<kbd>" + key + "</kbd>"))
                .forEach(missing::add);
        return missing;
    }

    /** Whether a bold word, a heading or a link of the help is that label. */
    private static boolean tells(String help, String label) {
        return Pattern.compile(">" + Pattern.quote(StringEscapeUtils.escapeHtml4(label)) + "<")
                .matcher(help)
                .find();
    }

    /** The page, those that it links to, and the contents. */
    private static String withLinkedPages(HelpPage page) throws IOException {
        StringBuilder text = new StringBuilder(HelpPage.CONTENTS.text()).append(page.text());
        for (HelpPage other : HelpPage.values()) {
            if (page.text().contains("href=\"" + other.file())) {
                text.append(other.text());
            }
        }
        return text.toString();
    }

    private static String allPages() throws IOException {
        StringBuilder text = new StringBuilder();
        for (HelpPage page : HelpPage.values()) {
            text.append(page.text());
        }
        return text.toString();
    }
}
