package io.github.isostress.host.seal;

import io.github.isostress.message.masking.ShownText;

/** Lines of checks and signatures cannot be read or carried out: one sentence that begins with the line. */
public final class SealRefusal extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * A refusal.
     *
     * @param line the line's number, from 1
     */
    SealRefusal(int line, String reason) {
        super(ShownText.of("checks and signs, line " + line + ": " + reason));
        this.line = line;
    }

    /** The line's number, from 1. */
    public int line() {
        return line;
    }
}
