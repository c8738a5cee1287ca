package io.github.isostress.health;

import java.util.Locale;

/** What a sample counts as. */
public enum Result {
    /** The host's answer is one of the success codes, or any answer is a success. */
    SUCCEEDED,
    /** The host's answer has another code: the host works, and says no. */
    DECLINED,
    /** There is no valid answer: a technical failure. */
    FAILED;

    /** As in a line of figures. */
    String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
