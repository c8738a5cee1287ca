package io.github.isostress.it.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess;
import io.github.isostress.it.JMeterProcess.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A property of the stress plan that is about TLS is wrong. */
class BadTlsInputIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            client_cert_password | wrong       | KEY_STORE_PASSWORD | the password of key store
            client_cert_pfx      | no-such.pfx | KEY_STORE_MISSING  | no-such.pfx does not exist
            ca_cert              | no-such.pem | KEY_STORE_MISSING  | no-such.pem does not exist
            trust_all            | maybe       | CONFIG_ERROR       | 'maybe' is neither true nor false
            """)
    void shouldFailEachSampleWithOneSentenceWhenPropertyIsWrong(
            String property, String value, String code, String sentence) throws Exception {
        Run run = WrongPlan.stress(folder, JMeterProcess.STRESS_PLAN)
                .with("use_tls", true)
                .with(property, value)
                .run();

        WrongPlan.assertFailed(run, code, sentence);
    }

    /** A wrong plan makes 20 samples in three seconds: it pauses 10 ms, then twice as long each time. */
    @Test
    void shouldEndByItselfWhenNothingCanBeSentAndNothingSetsARate() throws Exception {
        Run run = WrongPlan.stress(folder, JMeterProcess.STRESS_PLAN)
                .with("use_tls", true)
                .with("trust_all", "maybe")
                .with("workers", 20)
                .with("rps", 0)
                .with("test_duration_secs", 600)
                .run();

        WrongPlan.assertFailed(run, "CONFIG_ERROR", "'maybe' is neither true nor false");
        // A worker that comes when the others have given up sends nothing.
        assertThat(run.samples()).hasSizeBetween(1, 20 * 12);
        assertThat(run.console())
                .containsOnlyOnce(
                        "The test is ended, since nothing can be sent: 'purchase' CONFIG_ERROR: The configuration"
                                + " cannot be used. 'host': trustAll: 'maybe' is neither true nor false");
    }
}
