package io.github.isostress.link;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@link Keep} as users write it. */
final class KeepReader {
    private static final String SYNTAX =
            "thread, iteration, sample, N samples, pool of N, pool NAME of N, shared N, shared NAME N";
    private static final Pattern SAMPLES = Pattern.compile("(\\d{1,10}) samples?");
    private static final Pattern POOL = Pattern.compile("pool(?: (\\S+))? of (\\d{1,10})");
    private static final Pattern SHARED = Pattern.compile("shared(?: (?!of )(\\S+))? (\\d{1,10})");
    private static final int MOST_SAMPLES = 1_000_000_000;
    private static final int MOST_CONNECTIONS = 100_000;

    private KeepReader() {}

    static Keep parse(String text) {
        String words = text.strip().replaceAll("\\s+", " ");
        return switch (words) {
            case "", "thread" -> new Keep.ForThread();
            case "iteration" -> new Keep.ForIteration();
            case "sample" -> new Keep.ForSamples(1);
            default -> withNumber(words);
        };
    }

    private static Keep withNumber(String words) {
        Matcher samples = SAMPLES.matcher(words);
        if (samples.matches()) {
            return new Keep.ForSamples(number(words, samples.group(1), MOST_SAMPLES));
        }
        Matcher pool = POOL.matcher(words);
        if (pool.matches()) {
            return new Keep.InPool(Optional.ofNullable(pool.group(1)), number(words, pool.group(2), MOST_CONNECTIONS));
        }
        Matcher shared = SHARED.matcher(words);
        if (shared.matches()) {
            return new Keep.Shared(
                    Optional.ofNullable(shared.group(1)), number(words, shared.group(2), MOST_CONNECTIONS));
        }
        throw new IllegalArgumentException("keep '" + words + "' is none of " + SYNTAX);
    }

    private static int number(String words, String digits, int largest) {
        long number = Long.parseLong(digits);
        if (number < 1 || number > largest) {
            throw new IllegalArgumentException("keep '" + words + "': " + number + " is outside 1 to " + largest);
        }
        return (int) number;
    }
}
