package io.github.isostress.pace;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** How requests are spread in time. */
public enum Arrivals {
    /** Evenly. */
    EVEN("even") {
        @Override
        double gap(RandomGenerator random) {
            return 1;
        }

        @Override
        double first(Share share, RandomGenerator random) {
            return share.number() - 1.0;
        }
    },
    /** As from many independent sources: a Poisson process, whose gaps are exponentially distributed. */
    POISSON("Poisson") {
        @Override
        double gap(RandomGenerator random) {
            return -Math.log(1 - random.nextDouble());
        }

        @Override
        double first(Share share, RandomGenerator random) {
            return share.number() == 1 ? 0 : share.count() * gap(random);
        }
    };

    private final String words;

    Arrivals(String words) {
        this.words = words;
    }

    /** The gap to the next request, where 1 is the mean. */
    abstract double gap(RandomGenerator random);

    /**
     * When the first request of a share is due, counted in mean gaps of the whole schedule from its beginning. The
     * shares of a schedule together are the schedule: of even arrivals each has every n-th request; a Poisson process
     * is made of n Poisson processes with the n-th part of the rate, of which one begins with a request.
     */
    abstract double first(Share share, RandomGenerator random);

    /**
     * That of these words.
     *
     * @throws IllegalArgumentException if they are none of {@link #allWords()}
     */
    public static Arrivals of(String words) {
        return Arrays.stream(values())
                .filter(arrivals -> arrivals.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "arrivals '" + words + "' are none of " + String.join(", ", allWords())));
    }

    /** All of them as they are written in a plan, the default first. */
    public static List<String> allWords() {
        return Arrays.stream(values()).map(arrivals -> arrivals.words).toList();
    }
}
