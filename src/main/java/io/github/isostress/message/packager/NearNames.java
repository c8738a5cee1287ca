package io.github.isostress.message.packager;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a user may have meant. Stateless and thread-safe. */
final class NearNames {
    /** One mistake is allowed for each three letters. */
    private static final int LETTERS_A_MISTAKE = 3;

    private static final int LONGEST = 100;

    private NearNames() {}

    /** The end of a sentence, such as {@code ; did you mean 'iso87ascii'?}; empty if no name is near. */
    static String didYouMean(String name, Collection<String> names) {
        return nearest(name, names).map(near -> "; did you mean " + near + "?").orElse("");
    }

    /** The one that differs in the fewest letters, capitals being the same as small ones; empty if none is near. */
    static Optional<String> nearest(String name, Collection<String> names) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        int most = Math.max(1, wanted.length() / LETTERS_A_MISTAKE);
        return names.stream()
                .filter(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.comparingInt((String candidate) -> distance(wanted, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's: letters added, left out or replaced. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
