package io.github.isostress.message.packager;

import org.xml.sax.SAXException;

/** A mistake in a packager file after which it cannot be read on. Its message is the rule that was broken. */
final class MistakeException extends SAXException {
    private static final long serialVersionUID = 1L;

    MistakeException(String rule) {
        super(rule);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
