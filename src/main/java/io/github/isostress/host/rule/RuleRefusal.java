package io.github.isostress.host.rule;

import io.github.isostress.message.masking.ShownText;

/** Rules cannot be read or carried out: one sentence that begins with the line. */
public final class RuleRefusal extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * @param line the line's number, from 1
     */
    RuleRefusal(int line, String reason) {
        super(ShownText.of("rules, line " + line + ": " + reason));
        this.line = line;
    }

    /** The line's number, from 1. */
    public int line() {
        return line;
    }
}
