package io.github.isostress.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.setting.Iso8583AssertionSchema;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583FieldExtractorSchema;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import io.github.isostress.jmeter.setting.Iso8583MessageDefaultsSchema;
import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import io.github.isostress.jmeter.setting.Iso8583ReplySchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.util.Collections;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jmeter.testelement.TestElementSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages name the fields and buttons of the panels as the panels do. */
@ExtendWith(JMeterEnvironment.class)
class DocumentedFieldsTest {
    private static final Pattern LABEL = Pattern.compile("(?<!\\*)\\*([^*\\n]+)\\*(?!\\*)");
    private static final List<ResourceBundle> WORDS = Stream.of("gui", "editor", "view")
            .map(part -> ResourceBundle.getBundle("io.github.isostress.jmeter." + part + ".labels"))
            .toList();

    static Stream<Arguments> panels() {
        return Stream.of(
                Arguments.of("request.", Iso8583RequestSchema.INSTANCE),
                Arguments.of("reply.", Iso8583ReplySchema.INSTANCE),
                Arguments.of("defaults.", Iso8583MessageDefaultsSchema.INSTANCE),
                Arguments.of("keys.", Iso8583KeysSchema.INSTANCE),
                Arguments.of("connection.", Iso8583ConnectionSchema.INSTANCE),
                Arguments.of("host.", Iso8583HostSchema.INSTANCE),
                Arguments.of("rate.", Iso8583RateTimerSchema.INSTANCE),
                Arguments.of("extractor.", Iso8583FieldExtractorSchema.INSTANCE),
                Arguments.of("assertion.", Iso8583AssertionSchema.INSTANCE));
    }

    @ParameterizedTest
    @MethodSource("panels")
    void shouldExplainEveryFieldWhenAPanelShowsIt(String panel, TestElementSchema schema) {
        Set<String> explained =
                Page.chapters().stream().flatMap(page -> labels(page.text())).collect(Collectors.toSet());

        assertThat(schema.getProperties().values())
                .filteredOn(property -> property.getName().startsWith("Iso8583"))
                .extracting(property -> WORDS.get(0).getString(panel + property.getShortName()))
                .isSubsetOf(explained);
    }

    @ParameterizedTest
    @MethodSource("io.github.isostress.docs.Page#chapters")
    void shouldBeOnAPanelWhenATableExplainsIt(Page page) {
        Set<String> onPanels = WORDS.stream()
                .flatMap(words -> Collections.list(words.getKeys()).stream().map(words::getString))
                .collect(Collectors.toSet());

        assertThat(explainedInTables(page)).isSubsetOf(onPanels);
    }

    private static List<String> explainedInTables(Page page) {
        return page.tablesThatBegin("| field |", "| button |", "| tab |").stream()
                .flatMap(row -> labels(row.get(0)))
                .toList();
    }

    @Test
    void shouldExplainEveryPartWhenAFramingIsEditedPartByPart() {
        Set<String> explained = labels(Page.named("framing").text()).collect(Collectors.toSet());

        assertThat(Collections.list(WORDS.get(0).getKeys()))
                .filteredOn(key -> key.startsWith("framing.") && key.endsWith(".tip"))
                .extracting(key -> WORDS.get(0).getString(key.replaceFirst("\\.tip$", "")))
                .hasSizeGreaterThan(10)
                .isSubsetOf(explained);
    }

    private static Stream<String> labels(String text) {
        return LABEL.matcher(text.replaceAll("`[^`\n]*`", "")).results().map(label -> label.group(1));
    }
}
