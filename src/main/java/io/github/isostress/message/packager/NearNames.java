package io.github.isostress.message.packager;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a user may have meant. Stateless and thread-safe. */
public final class NearNames {
    /** One mistake is allowed for each three letters. */
    private static final int LETTERS_A_MISTAKE = 3;

    private static final int LONGEST = 100;

    private NearNames() {}

    /** The end of a sentence, such as {@code ; did you mean 'iso87ascii'?}; empty if no name is near. */
    public static String didYouMean(String name, Collection<String> names) {
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

    /** Letters added, left out or replaced, and neighbours that have changed places. */
    private static int distance(String from, String to) {
        int[][] rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(from, to, rows, i, j);
            }
        }
        return rows[from.length()][to.length()];
    }

    private static int step(String from, String to, int[][] rows, int i, int j) {
        char last = from.charAt(i - 1);
        char wanted = to.charAt(j - 1);
        int fewest =
                Math.min(rows[i - 1][j - 1] + (last == wanted ? 0 : 1), 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        boolean isSwapped = i > 1 && j > 1 && last == to.charAt(j - 2) && wanted == from.charAt(i - 2);
        return isSwapped ? Math.min(fewest, rows[i - 2][j - 2] + 1) : fewest;
    }
}
