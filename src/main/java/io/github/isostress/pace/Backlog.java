package io.github.isostress.pace;

import java.util.Arrays;
import java.util.List;

/** Whether requests are sent later that are due while no thread is free. */
public enum Backlog {
    /** They are sent as soon as a thread is free: none is lost, and each tells how late it was. */
    KEEP("keep"),
    /** They are left out and counted: a thread that is free waits for the next one that is due. */
    DROP("drop");

    private final String words;

    Backlog(String words) {
        this.words = words;
    }

    /**
     * That of these words.
     *
     * @throws IllegalArgumentException if they are none of {@link #allWords()}
     */
    public static Backlog of(String words) {
        return Arrays.stream(values())
                .filter(backlog -> backlog.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "backlog '" + words + "' is none of " + String.join(", ", allWords())));
    }

    /** All of them as they are written in a plan, the default first. */
    public static List<String> allWords() {
        return Arrays.stream(values()).map(backlog -> backlog.words).toList();
    }
}
