package io.github.isostress.pace;

import java.util.Arrays;
import java.util.List;

/** Whose requests a rate counts, where several machines make the load of one run. */
public enum Rated {
    /** Those of all machines: each sends its share, and together they keep one schedule. */
    ALL_MACHINES("of all machines together") {
        @Override
        public Share share(int number, int count) {
            return new Share(number, count);
        }
    },
    /** Those of one machine: each keeps a schedule of its own, so that the host gets the rate as often. */
    EACH_MACHINE("of each machine") {
        @Override
        public Share share(int number, int count) {
            return Share.WHOLE;
        }
    };

    private final String words;

    Rated(String words) {
        this.words = words;
    }

    /**
     * What one machine sends of the schedule.
     *
     * @param number which of the machines, 1 to {@code count}
     * @param count how many there are, from 1
     */
    public abstract Share share(int number, int count);

    /**
     * That of these words.
     *
     * @throws IllegalArgumentException if they are none of {@link #allWords()}
     */
    public static Rated of(String words) {
        return Arrays.stream(values())
                .filter(rated -> rated.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the rate is '" + words + "': write " + String.join(" or ", allWords())));
    }

    /** All of them as they are written in a plan. */
    public static List<String> allWords() {
        return Arrays.stream(values()).map(rated -> rated.words).toList();
    }
}
