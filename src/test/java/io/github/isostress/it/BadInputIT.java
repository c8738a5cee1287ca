package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mistake in a plan gives: a sentence, one failed sample for each attempt, and a run that ends. */
class BadInputIT {
    private static final String ALL_JARS =
            "are all jars of lib-ext, and its folder iso-stress, in JMeter's lib/ext, each once?";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            client_cert_password | wrong           | KEY_STORE_PASSWORD | the password of key store
            client_cert_pfx      | no-such.pfx     | KEY_STORE_MISSING  | no-such.pfx does not exist
            ca_cert              | no-such.pem     | KEY_STORE_MISSING  | no-such.pem does not exist
            trust_all            | maybe           | CONFIG_ERROR       | 'maybe' is neither true nor false
            port                 | 70000           | CONFIG_ERROR       | port 70000 is outside
            port                 | abc             | CONFIG_ERROR       | 'abc' is no whole number
            packager             | iso78ascii      | CONFIG_ERROR       | packager 'iso78ascii' is none of iso87ascii
            framing              | binary3         | CONFIG_ERROR       | framing 'binary3' is none of none, binary2
            response_timeout_ms  | 0               | CONFIG_ERROR       | response timeout 0 is outside 1 to 3600000 ms
            iso_message          | 30383           | TEMPLATE_ERROR     | odd number of hex digits (5)
            iso_message          | 30 3x           | TEMPLATE_ERROR     | character 5 of its value is no hex digit
            rps                  | abc             | CONFIG_ERROR       | 'rps': 'abc' is no rate: write requests a second
            workers              | 0               | CONFIG_ERROR       | property workers is '0', it must be a whole number in
            test_duration_secs   | 0               | CONFIG_ERROR       | property test_duration_secs is '0', it must be a whole number in
            connect_timeout_ms   | 0               | CONFIG_ERROR       | connect timeout 0 is outside 1 to 3600000 ms
            keep                 | shared          | CONFIG_ERROR       | keep 'shared' is none of thread, iteration
            host                 | no.such.invalid | UNKNOWN_HOST       | the name has no address
            """)
    void shouldFailEachSampleWithOneSentenceWhenPropertyIsWrong(
            String property, String value, String code, String sentence) throws Exception {
        JMeterProcess process = stress(JMeterProcess.STRESS_PLAN);
        if (property.equals("host")) {
            process.with("port", 1);
        }
        assertFailed(process.with(property, value).run(), code, sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            41  TERM0001 | 41  TERM00012   | line 15, element 41: has 9 characters, at most 8 are allowed
            41  TERM0001 | DE41 TERM0001   | line 15: 'DE41' is no data element
            41  TERM0001 | 41  ${TERMINAL} | line 15, element 41: a variable or function in ${TERMINAL} has no value
            41  TERM0001 | 52  123         | line 15, element 52: is binary, and its value has an odd number of hex digits
            """)
    void shouldNameLineAndElementWhenTemplateIsWrong(String before, String after, String sentence) throws Exception {
        Path plan = stressPlanWith(before, after);

        assertFailed(stress(plan).with("use_tls", false).run(), "TEMPLATE_ERROR", sentence);
    }

    /** A wrong plan makes 20 samples in three seconds: it pauses 10 ms, then twice as long each time. */
    @Test
    void shouldEndByItselfWhenNothingCanBeSentAndNothingSetsARate() throws Exception {
        Run run = stress(JMeterProcess.STRESS_PLAN)
                .with("trust_all", "maybe")
                .with("workers", 20)
                .with("rps", 0)
                .with("test_duration_secs", 600)
                .run();

        assertFailed(run, "CONFIG_ERROR", "'maybe' is neither true nor false");
        assertThat(run.samples()).hasSizeBetween(20, 20 * 12);
        assertThat(run.console())
                .containsOnlyOnce(
                        "The test is ended, since nothing can be sent: 'purchase' CONFIG_ERROR: The configuration"
                                + " cannot be used. 'host': trustAll: 'maybe' is neither true nor false");
    }

    private Path stressPlanWith(String before, String after) throws IOException {
        Path plan = Files.createDirectories(folder.resolve("plans")).resolve("changed.jmx");
        String text = Files.readString(JMeterProcess.STRESS_PLAN);
        assertThat(text).contains(before);
        return Files.writeString(plan, text.replace(before, after));
    }

    @Test
    void shouldSayWhichClassIsMissingWhenAJarIsNotInstalled() throws Exception {
        Run run = stress(JMeterProcess.STRESS_PLAN)
                .home(homeWithout("jpos-"))
                .with("use_tls", false)
                .run();

        assertFailed(run, "CONFIG_ERROR", ALL_JARS);
    }

    @Test
    void shouldSayOnceThatItKeepsNoFiguresWhenTheirJarIsNotInstalled() throws Exception {
        Run run = stress(JMeterProcess.STRESS_PLAN)
                .home(homeWithout("HdrHistogram-"))
                .with("use_tls", false)
                .run();

        assertThat(run.samples()).isNotEmpty().allMatch(Jtl.Sample::successful);
        assertThat(run.log().lines().filter(line -> line.contains("RunReport")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(
                                "WARN",
                                "Runs end without their own figures here: a class is missing",
                                "HdrHistogram",
                                ALL_JARS));
    }

    private Path homeWithout(String jarPrefix) throws IOException {
        Path home = folder.resolve("jmeter");
        FileUtils.copyDirectory(JMeterProcess.HOME.toFile(), home.toFile());
        File[] jars =
                home.resolve("lib/ext/iso-stress").toFile().listFiles((folder, name) -> name.startsWith(jarPrefix));
        assertThat(jars).hasSize(1);
        FileUtils.delete(jars[0]);
        return home;
    }

    private JMeterProcess stress(Path plan) {
        return new JMeterProcess(folder, plan)
                .with("use_tls", true)
                .with("workers", 1)
                .with("ramp_up_secs", 0)
                .with("rps", 5)
                .with("test_duration_secs", 1);
    }

    private static void assertFailed(Run run, String code, String sentence) {
        assertThat(run.exitCode()).isZero();
        // A value that is wrong only when it is filled in is found when the thread has connected for its first turn.
        assertThat(run.samples())
                .filteredOn(sample -> !sample.code().equals("CONNECTED"))
                .isNotEmpty()
                .allSatisfy(sample -> {
                    assertThat(sample.successful()).isFalse();
                    assertThat(sample.code()).isEqualTo(code);
                    assertThat(sample.response()).contains(sentence).doesNotContain("Exception:", "\tat ");
                    assertThat(sample.bytes()).isZero();
                });
        assertThat(run.log()).doesNotContain("\tat ");
        assertThat(LoggedFailures.reasons(run.log()))
                .singleElement()
                .satisfies(reason -> assertThat(reason.words()).contains(sentence));
        assertThat(LoggedFailures.counts(run.log())).isEqualTo(LoggedFailures.in(run.samples()));
    }
}
