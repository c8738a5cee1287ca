package io.github.isostress.jmeter.gui.form;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.masking.ShownText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a panel says of work that failed. */
public final class FailureSentence {
    private static final Logger LOG = LoggerFactory.getLogger(FailureSentence.class);

    private FailureSentence() {}

    /** One sentence. An unforeseen failure is logged, too. */
    public static String of(Throwable thrown) {
        if (thrown instanceof FailureException failure) {
            return failure.failure().sentence() + ": " + ShownText.of(failure.getMessage());
        }
        if (thrown instanceof IllegalArgumentException) {
            return ShownText.of(String.valueOf(thrown.getMessage()));
        }
        LOG.error("A panel's work failed: {}", ShownText.ofTrace(thrown));
        return Failure.INTERNAL_ERROR.sentence() + ": " + thrown.getClass().getName();
    }
}
