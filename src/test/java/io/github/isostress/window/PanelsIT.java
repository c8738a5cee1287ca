package io.github.isostress.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.isostress.jmeter.gui.form.ThemeColours;
import io.github.isostress.window.screen.ColourPairs;
import java.awt.Component;
import java.awt.Container;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.fife.ui.rsyntaxtextarea.RSyntaxTextArea;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How every panel looks, tab by tab, in every look, and how it serves those without a mouse or without sight. */
@WindowTest
class PanelsIT {
    private static final Map<String, String> PANELS = Map.of(
            "request",
            Plans.REQUEST,
            "connection",
            Plans.CONNECTION,
            "host",
            Plans.HOST,
            "rate",
            Plans.RATE,
            "results",
            Plans.RESULTS);

    private static final int ZOOM_STEPS = 3;
    private static final float ROUNDING = 0.15f;

    @ParameterizedTest
    @EnumSource
    void shouldHaveAPictureOfEachTabWhenAPanelIsOpened(Look look, JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);

        List<byte[]> pictures = new ArrayList<>();
        PANELS.forEach((picture, element) -> eachPage(jmeter, element, (tab, page) -> {
            Path file = jmeter.picture("tab-" + picture + (tab.isEmpty() ? "" : "-" + slug(tab)));
            pictures.add(contentOf(file));
        }));

        assertThat(pictures)
                .hasSizeGreaterThan(PANELS.size())
                .doesNotHaveDuplicates()
                .noneMatch(content -> content.length == 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "HIDPI"})
    void shouldShowWholeTextsSideBySideWhenTheScreenIsSmall(Look look, JMeterGui jmeter) {
        List<String> elements = openEveryPanel(jmeter);
        jmeter.resize(1024, 700);

        List<String> flaws = new ArrayList<>();
        elements.forEach(element -> eachPage(
                jmeter,
                element,
                (tab, page) -> Appearance.flaws(page.awaitInSight("Help").root())
                        .forEach(flaw -> flaws.add(element + ", " + tab + ": " + flaw))));
        assertThat(flaws).isEmpty();
    }

    @Test
    void shouldBeReachedAndExplainedWhenOneHasNoMouseAndSeesNoLabels(JMeterGui jmeter) {
        Keyboard keyboard = new Keyboard(jmeter.hand());

        openEveryPanel(jmeter)
                .forEach(element -> eachPage(jmeter, element, (tab, page) -> {
                    assertThat(keyboard.unexplained(page))
                            .as(element + " " + tab)
                            .isEmpty();
                    assertThat(keyboard.unreachable(page))
                            .as(element + " " + tab)
                            .isEmpty();
                }));
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeReadableOnItsGroundWhenATextHasAColourOfOurs(Look look, JMeterGui jmeter) {
        Map<String, Double> contrasts = Edt.get(ColourPairs::contrasts);

        assertThat(contrasts).hasSizeGreaterThan(10);
        contrasts.forEach(
                (pair, ratio) -> assertThat(ratio).as(pair).isGreaterThanOrEqualTo(ThemeColours.LEAST_CONTRAST));
    }

    @Test
    void shouldGrowAllFontsAlikeWhenOneZooms(JMeterGui jmeter) {
        float growth = (float) Math.pow(1.1, ZOOM_STEPS);
        List<String> elements = openEveryPanel(jmeter);
        Map<Component, Float> before = fonts(jmeter, elements);
        Edt.run(() -> Menus.zoomIn(ZOOM_STEPS));
        InputArrival.rest();
        Map<Component, Float> after = fonts(jmeter, elements);
        Edt.run(() -> Menus.zoomOut(ZOOM_STEPS));
        InputArrival.rest();

        after.forEach((component, size) -> assertThat(size / before.getOrDefault(component, size / growth))
                .as(Names.described(component))
                .isCloseTo(growth, within(ROUNDING)));
        elements.forEach(
                element -> assertThat(Appearance.flaws(jmeter.select(element).root()))
                        .as(element)
                        .isEmpty());
    }

    private static Map<Component, Float> fonts(JMeterGui jmeter, List<String> elements) {
        Map<Component, Float> fonts = new IdentityHashMap<>();
        for (String element : elements) {
            Component panel = jmeter.select(element).root();
            Map<Component, Float> ofPanel = Edt.get(() -> fonts(panel));
            assertThat(ofPanel).as(element).hasSizeGreaterThan(3);
            fonts.putAll(ofPanel);
        }
        return fonts;
    }

    /** Of all texts in a panel, on its hidden tabs, too. */
    private static Map<Component, Float> fonts(Component panel) {
        Map<Component, Float> fonts = new IdentityHashMap<>();
        boolean isText = panel instanceof JTextComponent
                || panel instanceof JTable
                || panel instanceof JLabel
                || panel instanceof JComboBox;
        if (isText && !Names.isInTitle(panel)) {
            fonts.put(panel, letters(panel).getSize2D());
        }
        if (panel instanceof Container container) {
            for (Component part : container.getComponents()) {
                fonts.putAll(fonts(part));
            }
        }
        return fonts;
    }

    /** The type in which a text is drawn and, where that differs, in which it was measured. */
    private static Font letters(Component text) {
        return text instanceof RSyntaxTextArea coloured && coloured.isShowing()
                ? coloured.getFontMetricsForTokenType(TokenTypes.IDENTIFIER).getFont()
                : text.getFont();
    }

    /** Opens a plan that has each of our elements, and gives their names. */
    private static List<String> openEveryPanel(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        List<String> elements = new ArrayList<>(PANELS.values());
        add(jmeter, elements, Plans.PLAN, "Config Element", "ISO 8583 Keys");
        add(jmeter, elements, Plans.PLAN, "Config Element", "ISO 8583 Message Defaults");
        add(jmeter, elements, Plans.PLAN, "Listener", "ISO 8583 Results");
        add(jmeter, elements, Plans.THREADS, "Sampler", "ISO 8583 Reply");
        add(jmeter, elements, Plans.REQUEST, "Post Processors", "ISO 8583 Field Extractor");
        add(jmeter, elements, Plans.REQUEST, "Assertions", "ISO 8583 Assertion");
        return elements;
    }

    private static void add(JMeterGui jmeter, List<String> elements, String parent, String menu, String element) {
        jmeter.select(parent);
        jmeter.add("Add", menu, element);
        elements.add(element);
    }

    /** The whole panel, with each of its tabs turned to in turn. */
    private static void eachPage(JMeterGui jmeter, String element, Visit visit) {
        Pane panel = jmeter.select(element);
        List<String> tabs = panel.tabs();
        if (tabs.isEmpty()) {
            visit.see("", panel);
        }
        for (String tab : tabs) {
            panel.tab(tab);
            visit.see(tab, panel);
        }
    }

    private static byte[] contentOf(Path picture) {
        try {
            return Files.readAllBytes(picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String slug(String tab) {
        return tab.toLowerCase(Locale.ROOT).replaceAll("\\W+", "-");
    }

    private interface Visit {
        void see(String tab, Pane page);
    }
}
