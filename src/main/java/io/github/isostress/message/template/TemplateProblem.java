package io.github.isostress.message.template;

import io.github.isostress.message.masking.ShownText;
import io.github.isostress.message.value.LinePlace;

/**
 * A rule that a template breaks, and where. Nothing in it passes for a card number.
 *
 * @param place the line that is to be marked, also if the rule is one for the whole template
 * @param subject what breaks the rule, such as {@code line 3, element 41}; empty for the whole template
 * @param rule what is wrong, without the subject
 */
public record TemplateProblem(LinePlace place, String subject, String rule) {
    /** Masks the rule, which may quote what a user wrote. */
    public TemplateProblem {
        rule = ShownText.of(rule);
    }

    /** A problem of a line that gives no element a value. */
    public static TemplateProblem ofLine(LinePlace place, String rule) {
        return new TemplateProblem(place, place.inWords(), rule);
    }

    static TemplateProblem of(TemplateLine line, String rule) {
        return new TemplateProblem(line.place(), line.subject(), rule);
    }

    /** A problem of a whole data element, whichever of its lines is named. */
    static TemplateProblem ofElement(LinePlace place, int element, String rule) {
        return new TemplateProblem(place, place.inWords() + ", element " + element, rule);
    }

    static TemplateProblem ofTemplate(LinePlace place, String rule) {
        return new TemplateProblem(place, "", rule);
    }

    /** The number, from 1, of the line that is to be marked in its text. */
    public int line() {
        return place.line();
    }

    /** One sentence: what breaks which rule. */
    public String sentence() {
        return subject.isEmpty() ? rule : ShownText.of(subject + ": " + rule);
    }
}
