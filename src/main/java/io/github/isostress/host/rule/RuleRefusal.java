package io.github.isostress.host.rule;

import io.github.isostress.message.masking.ShownText;

/** Tells that rules cannot be read or played: one sentence that begins with the line. */
public final class RuleRefusal extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int line;

    /** A refusal of that line, counted from 1. */
    RuleRefusal(int line, String reason) {
        super(ShownText.of("rules, line " + line + ": " + reason));
        this.line = line;
    }

    /** Which line it is, from 1. */
    public int line() {
        return line;
    }
}
