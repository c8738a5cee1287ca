package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess.Run;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.jmeter.util.TemplateUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The templates as the build has installed them in its JMeter. */
class TemplatesIT {
    private static final Map<String, String> DEFAULTS = Map.of(
            "embeddedHost", "true", "host", "127.0.0.1", "port", "${__P(iso8583.host.port,)}", "framing", "binary2");

    @TempDir
    Path folder;

    @Test
    void shouldBeNamedToJMeterWhenInstalled() throws Exception {
        Properties settings = new Properties();
        try (InputStream file = Files.newInputStream(JMeterProcess.HOME.resolve("bin/user.properties"))) {
            settings.load(file);
        }

        assertThat(settings.getProperty("template.files").split(","))
                .hasSize(2)
                .allSatisfy(name -> assertThat(JMeterProcess.HOME.resolve(name.substring(1)))
                        .isRegularFile());
    }

    @Test
    void shouldRunHeadlessWhenItMakesItsOwnCertificates() throws Exception {
        Run run = run("iso8583-terminal-purchase-tls.jmx");

        assertThat(run.connects()).hasSize(2).allMatch(Jtl.Sample::successful);
        assertThat(run.requests()).hasSize(20).allMatch(Jtl.Sample::successful);
    }

    @Test
    void shouldBeAcceptedByBothEndsWhenPurchasesAreSealed() throws Exception {
        Run run = run("iso8583-chip-purchase.jmx");

        assertThat(run.requests()).hasSize(20).allMatch(Jtl.Sample::successful);
        assertThat(run.log()).doesNotContain("refused:", "not signed:");
    }

    private Run run(String template) throws Exception {
        Path plan = folder.resolve("plan.jmx");
        TemplateUtil.processTemplate(
                JMeterProcess.HOME.resolve("bin/templates").resolve(template).toFile(),
                plan.toFile(),
                TemplateUtil.getTemplateConfig(),
                DEFAULTS);
        return new JMeterProcess(folder, plan).run();
    }
}
