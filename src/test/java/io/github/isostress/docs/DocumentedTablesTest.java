package io.github.isostress.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.isostress.failure.Failure;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.health.gate.Gates;
import io.github.isostress.health.verdict.Limits;
import io.github.isostress.health.verdict.ValidityRule;
import io.github.isostress.host.rule.HostRules;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Assertion;
import io.github.isostress.jmeter.gui.help.HelpPage;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.jmeter.record.SampleKind;
import io.github.isostress.jmeter.setting.Iso8583AssertionSchema;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jmeter.functions.Function;
import org.apache.jmeter.threads.JMeterContextService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the tables of the pages list is what there is: no more, no less. */
@ExtendWith(JMeterEnvironment.class)
class DocumentedTablesTest {
    private static final Optional<IsoPackager> PACKAGER = Optional.of(Packagers.builtIn("iso87ascii"));

    /** All code in the first column of a table, row by row. */
    private static List<String> firstColumn(String page, String header) {
        return Page.named(page).table(header).stream()
                .flatMap(row -> Page.code(row.get(0)).stream())
                .toList();
    }

    @Test
    void shouldListEveryFailureWithItsSentenceWhenItIsInTheCatalogue() {
        List<String> rows = Page.named("samples").table("| code | meaning |").stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Stream.of(Failure.values())
                        .map(failure -> "`" + failure.name() + "` " + failure.sentence())
                        .toList());
    }

    @Test
    void shouldHelpWithEveryFailureWhenTroubleIsListedBySymptom() {
        assertThat(firstColumn("troubleshooting", "| you see | likely cause | do |"))
                .containsAll(Stream.of(Failure.values()).map(Failure::name).toList());
    }

    @Test
    void shouldListEveryPresetWhenItIsOfAFraming() {
        assertThat(firstColumn("framing", "| preset | on the wire | jPOS channel |"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FramingPreset.values())
                        .map(FramingPreset::presetName)
                        .toList());
    }

    /** Every word that is not listed is refused with all that are. */
    @Test
    void shouldListEveryWordWhenItIsOfAFraming() {
        String refusal =
                catchThrowable(() -> FramingReader.parse("binary2 word")).getMessage();
        String[] words = refusal.replaceFirst(".* is none of ", "").split(", ");

        assertThat(words).hasSize(20);
        assertThat(firstColumn("framing", "| word | meaning |")).containsExactlyInAnyOrder(words);
    }

    @Test
    void shouldNameEveryPackagerWhenItIsBuiltIn() {
        assertThat(Page.code(Page.named("framing").text())).containsAll(Packagers.BUILT_IN);
    }

    @Test
    void shouldListEveryFunctionWhenJMeterIsGivenIt() {
        List<String> ours = ServiceLoader.load(Function.class).stream()
                .filter(function -> function.type().getName().startsWith("io.github.isostress."))
                .map(function -> function.get().getReferenceKey())
                .toList();

        assertThat(ours).hasSizeGreaterThan(5);
        assertThat(firstColumn("templates", "| function | gives |"))
                .extracting(text -> text.replaceAll("[${}]|\\(.*", ""))
                .containsExactlyInAnyOrderElementsOf(ours);
    }

    @Test
    void shouldListEveryVariableWhenItHoldsATime() {
        assertThat(firstColumn("samples", "| variable | from | to |"))
                .containsExactlyInAnyOrderElementsOf(JtlColumns.TIMES);
        assertThat(Page.named("samples").text()).contains("-Jsample_variables=" + String.join(",", JtlColumns.ALL));
    }

    @Test
    void shouldBeAColumnOfTheShippedJMeterWhenItIsAVariableOfASample() throws IOException {
        Path jmeter = Path.of(System.getProperty("project.basedir", "."), "src", "jmeter", "bin", "user.properties");

        assertThat(Files.readString(jmeter)).contains("sample_variables=" + String.join(",", JtlColumns.ALL));
        assertThat(HelpPage.VARIABLES.text()).contains(JtlColumns.ALL);
    }

    @Test
    void shouldListEveryRuleWithItsLimitsWhenARunJudgesItself() {
        Map<String, String> limits = Limits.DEFAULT.written();

        assertThat(Page.named("verdict").table("| rule | what it measures | SUSPECT above | INVALID above |").stream()
                        .map(row -> String.join(" | ", row)))
                .containsExactlyElementsOf(Arrays.stream(ValidityRule.values())
                        .map(rule -> String.join(
                                " | ",
                                "`" + rule.key() + "`",
                                rule.watches(),
                                limits.get(rule.property()).replace(", ", " | ")))
                        .toList());
    }

    @Test
    void shouldBeAGateWhenItIsListedAsOne() {
        List<String> gates = firstColumn("verdict", "| gate | holds where |");

        assertThat(gates).hasSize(10);
        assertThat(Gates.parse(String.join("\n", gates)).faults()).isEmpty();
    }

    @Test
    void shouldListEveryKindOfSampleWhenItIsOfAConnection() {
        assertThat(firstColumn("samples", "| label | what it is |"))
                .extracting(text -> text.replace("<connection> ", ""))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SampleKind.values())
                        .map(SampleKind::words)
                        .toList());
    }

    @Test
    void shouldListEveryConditionWhenAHostKnowsIt() {
        List<String> listed = firstColumn("host", "| before the colon | fits |");

        assertThat(listed)
                .allSatisfy(condition -> assertThatCode(() -> HostRules.parse(whole(condition), PACKAGER))
                        .as(condition)
                        .doesNotThrowAnyException());
        assertThat(HostRules.conditionWords())
                .allSatisfy(word -> assertThat(listed).anyMatch(condition -> begins(condition, word)));
    }

    /** What happens at a time is not a request's behaviour. */
    private static String whole(String condition) {
        return condition + " : " + (condition.endsWith(" s") ? "drop all connections" : "close");
    }

    @Test
    void shouldListEveryBehaviourWhenAHostKnowsIt() {
        List<String> first = firstColumn("host", "| first | what it does |");
        List<String> listed = Stream.concat(
                        first.stream(), firstColumn("host", "| after the colon | what the client sees |").stream())
                .toList();

        assertThat(listed)
                .allSatisfy(behaviour -> assertThatCode(() -> HostRules.parse("always : " + behaviour, PACKAGER))
                        .as(behaviour)
                        .doesNotThrowAnyException());
        assertThat(first)
                .allSatisfy(behaviour -> assertThatCode(
                                () -> HostRules.parse("always : " + behaviour + " then approve", PACKAGER))
                        .as(behaviour)
                        .doesNotThrowAnyException());
        assertThat(HostRules.behaviourWords())
                .allSatisfy(word -> assertThat(listed).anyMatch(behaviour -> begins(behaviour, word)));
    }

    @Test
    void shouldListEveryWordWhenAnAssertionKnowsIt() {
        Iso8583Assertion assertion = new Iso8583Assertion();
        assertion.setThreadContext(JMeterContextService.getContext());
        String refusal = refusal(assertion, "39 word 00");
        List<String> listed = firstColumn("samples", "| rule | holds where |");

        assertThat(listed)
                .allSatisfy(rule ->
                        assertThat(refusal(assertion, rule)).as(rule).contains("not one of an ISO 8583 Request"));
        assertThat(refusal.replaceFirst(".* is none of ", "").split(", "))
                .hasSize(5)
                .allSatisfy(word -> assertThat(listed).anyMatch(rule -> (rule + " ").contains(" " + word + " ")));
    }

    private static String refusal(Iso8583Assertion assertion, String rules) {
        assertion.set(Iso8583AssertionSchema.INSTANCE.rules, rules);
        return assertion.getResult(null).getFailureMessage();
    }

    @Test
    void shouldNameEveryPropertyAndVariableWhenTheCodeReadsIt() throws IOException {
        Pattern name = Pattern.compile("\"(iso8583\\.[a-z.]+)\"");
        String pages = Page.chapters().stream().map(Page::text).collect(Collectors.joining());

        try (Stream<Path> sources = Files.walk(Page.inProject("src/main/java"))) {
            Set<String> names = new TreeSet<>();
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                name.matcher(Files.readString(source)).results().forEach(found -> names.add(found.group(1)));
            }
            assertThat(names)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(each -> assertThat(pages).containsPattern("(?<![\\w.])" + Pattern.quote(each) + "\\b"));
        }
    }

    /** Numbers in a word stand for any. */
    private static boolean begins(String text, String word) {
        return (text + " ").startsWith(word + " ");
    }
}
