package io.github.isostress.message.template;

import io.github.isostress.message.masking.ShownText;

/**
 * Tells which line of a template breaks which rule. The sentence that people read names the place and the rule;
 * whatever passes for a card number in it is hidden.
 */
public final class LineRefusal extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String rule;

    /**
     * A refusal.
     *
     * @param line the line's number, from 1
     * @param place where a user finds it; empty if the rule is one for the whole template
     * @param rule what is wrong
     */
    private LineRefusal(int line, String place, String rule, Throwable cause) {
        super(ShownText.of(place.isEmpty() ? rule : place + ": " + rule), cause);
        this.line = line;
        this.rule = ShownText.of(rule);
    }

    /** Refuses what a line says of its element. */
    static LineRefusal of(TemplateLine line, String rule, Throwable cause) {
        return new LineRefusal(line.number(), line.place(), rule, cause);
    }

    /** Refuses what a line says of its element. */
    static LineRefusal of(TemplateLine line, String rule) {
        return of(line, rule, null);
    }

    /** Refuses an element as a whole, whatever its lines say. */
    static LineRefusal ofElement(int line, int element, String rule) {
        return new LineRefusal(line, "line " + line + ", element " + element, rule, null);
    }

    /** Refuses a line that gives no element a value. */
    static LineRefusal ofLine(int line, String rule, Throwable cause) {
        return new LineRefusal(line, "line " + line, rule, cause);
    }

    /** Refuses the template as a whole; it is shown at a line all the same. */
    static LineRefusal ofTemplate(int line, String rule) {
        return new LineRefusal(line, "", rule, null);
    }

    int line() {
        return line;
    }

    String rule() {
        return rule;
    }
}
