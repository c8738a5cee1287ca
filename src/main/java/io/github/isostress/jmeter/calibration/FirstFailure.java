package io.github.isostress.jmeter.calibration;

import io.github.isostress.jmeter.sample.SampleReport;
import io.github.isostress.message.masking.ShownText;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.samplers.SampleResult;

/** Why the first of a calibration's samples failed that did, and why a thread ended before its time. Thread-safe. */
final class FirstFailure {
    private static final int LONGEST = 500;

    private final AtomicReference<String> sentence = new AtomicReference<>();
    private final AtomicReference<String> fatal = new AtomicReference<>();

    /** Looks at a sample. */
    void look(SampleResult sample) {
        if (!sample.isSuccessful() && sentence.get() == null) {
            sentence.compareAndSet(null, ShownText.of(StringUtils.abbreviate(words(sample), LONGEST)));
        }
    }

    private static String words(SampleResult sample) {
        String told = SampleReport.read("", sample.getResponseDataAsString()).words();
        String reason = told.isEmpty() ? sample.getResponseCode() + ": " + sample.getResponseMessage() : told;
        return "'" + sample.getSampleLabel() + "' " + StringUtils.normalizeSpace(reason);
    }

    /** A thread cannot begin or go on, and so the calibration neither. */
    void ends(String reason) {
        fatal.compareAndSet(null, ShownText.of(StringUtils.abbreviate(reason, LONGEST)));
    }

    /** Why the calibration cannot go on; empty if it can. */
    Optional<String> fatal() {
        return Optional.ofNullable(fatal.get());
    }

    /** The sample's label, its code and why; empty if none has failed. */
    Optional<String> sentence() {
        return Optional.ofNullable(sentence.get());
    }
}
