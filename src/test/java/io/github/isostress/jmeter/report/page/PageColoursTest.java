package io.github.isostress.jmeter.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours of the page: text can be read on its ground, and lines seen, in light and dark (WCAG 2.2, 1.4.3, 1.4.11). */
class PageColoursTest {
    private static final Pattern SCHEME = Pattern.compile("color-scheme: (?:light|dark);([^}]*)}");
    private static final Pattern COLOUR = Pattern.compile("--([\\w-]+): #([0-9a-f]{6});");
    private static final List<String> TEXTS = List.of("ink", "soft", "blue", "green", "amber", "red");
    private static final List<String> LINES = List.of("orange", "teal", "violet", "pink", "grey", "heat-high");

    @Test
    void shouldStandOutFromItsGroundWhenItIsTextOrALine() throws IOException {
        List<Map<String, Integer>> schemes = schemes();

        assertThat(schemes).hasSize(3);
        assertThat(schemes.get(1)).isEqualTo(schemes.get(2));
        for (Map<String, Integer> scheme : schemes) {
            for (String ground : List.of("ground", "card")) {
                assertThat(TEXTS)
                        .allSatisfy(text -> assertThat(contrast(scheme.get(text), scheme.get(ground)))
                                .isGreaterThanOrEqualTo(4.5));
                assertThat(LINES)
                        .allSatisfy(line -> assertThat(contrast(scheme.get(line), scheme.get(ground)))
                                .isGreaterThanOrEqualTo(3));
            }
        }
    }

    /** Light, dark as the system says, and dark as the user says. */
    private static List<Map<String, Integer>> schemes() throws IOException {
        String style;
        try (InputStream stream = ReportPage.class.getResourceAsStream("page.css")) {
            style = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Map<String, Integer>> schemes = new ArrayList<>();
        SCHEME.matcher(style).results().forEach(scheme -> {
            Map<String, Integer> colours = new HashMap<>();
            COLOUR.matcher(scheme.group(1))
                    .results()
                    .forEach(colour -> colours.put(colour.group(1), Integer.parseInt(colour.group(2), 16)));
            schemes.add(colours);
        });
        return schemes;
    }

    private static double contrast(int one, int other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double part = (channel & 0xff) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
