package io.github.isostress.words;

import java.util.Locale;

/** Counts with what they count, as sentences have them: {@code 1 byte}, {@code 12 bytes}. Stateless. */
public final class Plural {
    private Plural() {}

    /**
     * The digits of the count, and the noun.
     *
     * @param noun of one, whose plural has an s more
     */
    public static String of(long count, String noun) {
        return of(count, noun, noun + "s");
    }

    /**
     * The digits of the count, and the words of one or of many, as in {@code 2 bytes follow}.
     *
     * @param many also of none
     */
    public static String of(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** As {@link #of(long, String)}, with the count's digits in groups of three: {@code 12,000 requests}. */
    public static String grouped(long count, String noun) {
        return grouped(count, noun, noun + "s");
    }

    /** As {@link #of(long, String, String)}, with the count's digits in groups of three. */
    public static String grouped(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d", count) + " " + (count == 1 ? one : many);
    }
}
