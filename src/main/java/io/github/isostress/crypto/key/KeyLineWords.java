package io.github.isostress.crypto.key;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line of keys into its words: at blanks, but not within {@code ${...}}, up to a word that begins with #. */
public final class KeyLineWords {
    private KeyLineWords() {}

    /** The words in their order; none for an empty line or one that is a comment. */
    public static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        int start = -1;
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isWhitespace(c) && depth == 0) {
                if (start >= 0) {
                    words.add(line.substring(start, i));
                }
                start = -1;
                continue;
            }
            if (start < 0 && c == '#') {
                return words;
            }
            start = start < 0 ? i : start;
            if (line.startsWith("${", i)) {
                depth++;
            } else if (c == '}' && depth > 0) {
                depth--;
            }
        }
        if (start >= 0) {
            words.add(line.substring(start));
        }
        return words;
    }
}
