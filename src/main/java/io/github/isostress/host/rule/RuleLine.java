package io.github.isostress.host.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of rules, split into words. Blanks separate words, a comma is a word, double quotes keep a word together,
 * {@code #} begins a comment. The first colon separates conditions and behaviours; one inside a behaviour's word, as in
 * {@code 127.0.0.1:8001}, belongs to the word.
 */
final class RuleLine {
    /** A comment to the end of the line, a quoted word, a comma or colon, a word, or a lone quote. */
    private static final String PART = "#.*|\"([^\"]*)\"|([,:])|(%s)|(\")";

    private static final Pattern BEFORE_COLON = Pattern.compile(PART.formatted("[^\\s,:\"#]+"));
    private static final Pattern BEHIND_COLON =
            Pattern.compile(PART.formatted("[^\\s,:\"#](?:[^\\s,\"#]*[^\\s,:\"#])?"));

    private final int number;
    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();
    private boolean hasColon;

    /**
     * @param number the line's number, from 1
     * @throws IllegalArgumentException with one clear sentence
     */
    RuleLine(int number, String text) {
        this.number = number;
        for (Matcher part = BEFORE_COLON.matcher(text); part.find(); ) {
            if (part.group(1) != null) {
                add(part.group(1));
            } else if (":".equals(part.group(2))) {
                addColon();
                part.usePattern(BEHIND_COLON);
            } else if (part.group(2) != null || part.group(3) != null) {
                add(part.group());
            } else if (part.group(4) != null) {
                throw condition().refusal("a quotation mark has no other that closes it");
            }
        }
    }

    private void add(String word) {
        (hasColon ? after : before).add(word);
    }

    private void addColon() {
        if (hasColon) {
            throw condition().refusal("there is a second ':'; a value that holds one is put in double quotes");
        }
        hasColon = true;
    }

    /** Whether the line has only blanks and a comment. */
    boolean isEmpty() {
        return before.isEmpty() && !hasColon;
    }

    boolean hasColon() {
        return hasColon;
    }

    /** The words before the colon; all words if there is none. */
    RuleWords condition() {
        return new RuleWords(number, before);
    }

    /** The words after the colon. */
    RuleWords behaviour() {
        return new RuleWords(number, after);
    }
}
