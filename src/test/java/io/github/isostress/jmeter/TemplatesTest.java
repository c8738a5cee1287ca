package io.github.isostress.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jmeter.gui.action.template.Template;
import org.apache.jmeter.gui.action.template.TemplateManager;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.util.TemplateUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plans of File > Templates, made and run as JMeter does it. */
@ExtendWith(JMeterEnvironment.class)
class TemplatesTest {
    private static final Path JMETER =
            Path.of(System.getProperty("project.basedir", "."), "src", "jmeter").toAbsolutePath();

    @TempDir
    Path folder;

    private static Map<String, Template> templates() throws Exception {
        return new TreeMap<>(TemplateManager.getInstance()
                .parseTemplateFile(
                        JMETER.resolve("bin/templates/iso8583-templates.xml").toFile()));
    }

    static List<String> names() throws Exception {
        return List.copyOf(templates().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldRunGreenWhenMadeWithItsDefaults(String name) throws Exception {
        List<SampleResult> samples = new LoadedPlan(made(name, Map.of())).run();

        assertThat(samples)
                .hasSizeGreaterThan(10)
                .allSatisfy(sample -> assertThat(sample.isSuccessful())
                        .as("%s: %s %s", sample.getSampleLabel(), sample.getResponseCode(), said(sample))
                        .isTrue());
    }

    @Test
    void shouldSignOnAndOffWhenItIsTheSwitchLink() throws Exception {
        List<SampleResult> samples = new LoadedPlan(made("ISO 8583 switch link with sign-on and echo", Map.of())).run();

        assertThat(samples)
                .extracting(SampleResult::getSampleLabel)
                .contains("switch link sign-on", "switch link sign-off", "purchase", "reversal");
    }

    @Test
    void shouldStartNoHostWhenTheUserHasOne() throws Exception {
        Path plan =
                made("ISO 8583 raw binary protocol", Map.of("embeddedHost", "false", "host", "h.example", "port", "7"));

        assertThat(plan)
                .content()
                .contains("\"Iso8583Host.start\">false<", "\"Iso8583Connection.host\">h.example<")
                .contains("\"Iso8583Connection.port\">7<")
                .doesNotContain("[=");
    }

    @Test
    void shouldBeOfferedBesideJMetersOwnWhenInstalled() throws Exception {
        assertThat(Files.readString(JMETER.resolve("bin/user.properties")))
                .contains("\ntemplate.files=/bin/templates/templates.xml,/bin/templates/iso8583-templates.xml\n");
        assertThat(templates()).hasSize(4);
    }

    private Path made(String name, Map<String, String> chosen) throws Exception {
        Template template = templates().get(name);
        Map<String, String> parameters = new HashMap<>(template.getParameters());
        parameters.putAll(chosen);
        Path plan = folder.resolve("plan.jmx");
        TemplateUtil.processTemplate(
                JMETER.resolve(template.getFileName().substring(1)).toFile(),
                plan.toFile(),
                TemplateUtil.getTemplateConfig(),
                parameters);
        return plan;
    }

    private static String said(SampleResult sample) {
        StringBuilder text = new StringBuilder(sample.getResponseDataAsString());
        for (var assertion : sample.getAssertionResults()) {
            text.append(assertion.getName()).append(": ").append(assertion.getFailureMessage());
        }
        return text.toString();
    }
}
