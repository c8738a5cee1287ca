package io.github.isostress.message.template;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;

/** A captured message that is sent as it is. */
record RawTemplate(CapturedHex captured) implements MessageTemplate {
    @Override
    public FilledMessage fill() throws FailureException {
        try {
            byte[] bytes = captured.bytes();
            return new FilledMessage(captured.constant() == null ? bytes : bytes.clone());
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.TEMPLATE_ERROR, e.getMessage(), e);
        }
    }
}
