package io.github.isostress.support;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What users read: for some words the glossary has the field's own word, or plain English has a shorter one. */
public final class PlainWords {
    private static final Pattern TWICE_READ = Pattern.compile("(?i)\\b(?:rituals?|strays?|disclosures?|living|nobody"
            + "|likewise|so many|no more of|of (?:its|their|his|your|our) own)\\b");

    private PlainWords() {}

    /** The words of a text that should be others. */
    public static List<String> otherThan(String text) {
        return TWICE_READ.matcher(text).results().map(MatchResult::group).toList();
    }
}
