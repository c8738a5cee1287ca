package io.github.isostress.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How every panel looks, tab by tab, in every look. */
@WindowTest
class PanelsIT {
    private static final Map<String, String> PANELS =
            Map.of("request", Plans.REQUEST, "connection", Plans.CONNECTION, "host", Plans.HOST, "rate", Plans.RATE);

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
    @EnumSource
    void shouldShowWholeTextsSideBySideWhenAPanelIsOpened(Look look, JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);

        PANELS.values()
                .forEach(element -> eachPage(
                        jmeter,
                        element,
                        (tab, page) -> assertThat(Appearance.flaws(page.root()))
                                .as(element + " " + tab)
                                .isEmpty()));
    }

    @Test
    void shouldExplainEveryFieldWhenOneCannotSeeTheLabels(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        Keyboard keyboard = new Keyboard(jmeter.hand());

        PANELS.values()
                .forEach(element -> eachPage(
                        jmeter,
                        element,
                        (tab, page) -> assertThat(keyboard.unexplained(page))
                                .as(element + " " + tab)
                                .isEmpty()));
    }

    @Test
    void shouldComeToEveryFieldWhenOneHasNoMouse(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        Keyboard keyboard = new Keyboard(jmeter.hand());

        PANELS.values()
                .forEach(element -> eachPage(
                        jmeter,
                        element,
                        (tab, page) -> assertThat(keyboard.unreachable(page))
                                .as(element + " " + tab)
                                .isEmpty()));
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
