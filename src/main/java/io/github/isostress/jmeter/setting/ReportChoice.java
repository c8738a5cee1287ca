package io.github.isostress.jmeter.setting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** When a run ends with a report page. */
public enum ReportChoice {
    /** After runs without a window: where results are only looked at when all is over. */
    AFTER_HEADLESS_RUNS("after headless runs"),
    /** After runs in JMeter's window, too. */
    AFTER_EVERY_RUN("after every run"),
    /** After no run. */
    NEVER("never");

    private final String words;

    ReportChoice(String words) {
        this.words = words;
    }

    /** As in the property {@link Iso8583ResultsSchema#report}. */
    public String words() {
        return words;
    }

    /** All words that there are. */
    public static List<String> allWords() {
        return Arrays.stream(values()).map(ReportChoice::words).toList();
    }

    /** The choice of these words; empty if they are none. */
    public static Optional<ReportChoice> of(String words) {
        return Arrays.stream(values())
                .filter(choice -> choice.words.equals(words.strip()))
                .findFirst();
    }

    /** What is wrong with words that are no choice, in one clear sentence; empty if nothing is. */
    public static Optional<String> fault(String words) {
        return of(words).isPresent()
                ? Optional.empty()
                : Optional.of("'" + words.strip() + "' is none of " + String.join(", ", allWords()));
    }

    /** Whether a run ends with a page. */
    public boolean isMade(boolean isHeadless) {
        return this == AFTER_EVERY_RUN || this == AFTER_HEADLESS_RUNS && isHeadless;
    }
}
