package io.github.isostress.it.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.it.LoggedFailures;
import java.nio.file.Path;

/** What a mistake in a plan gives: a sentence, one failed sample for each attempt, and a run that ends. */
final class WrongPlan {
    private WrongPlan() {}

    /** The stress plan, or a changed one, for three seconds in which one worker makes some attempts, without TLS: a busy machine is slow to begin. */
    static JMeterProcess stress(Path folder, Path plan) {
        return new JMeterProcess(folder, plan)
                .with("use_tls", false)
                .with("workers", 1)
                .with("ramp_up_secs", 0)
                .with("rps", 3)
                .with("test_duration_secs", 2);
    }

    static void assertFailed(Run run, String code, String sentence) {
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
