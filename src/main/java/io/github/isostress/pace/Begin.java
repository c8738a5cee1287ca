package io.github.isostress.pace;

import java.util.Arrays;
import java.util.List;

/** When the first request of a schedule is due. */
public enum Begin {
    /** When every thread is ready to send: {@link StartGate}. */
    WHEN_ALL_ARE_CONNECTED("when all are connected"),
    /** When the first thread asks for a turn. A thread that is not connected then connects in its turn. */
    AT_ONCE("at once");

    private final String words;

    Begin(String words) {
        this.words = words;
    }

    /**
     * That of these words.
     *
     * @throws IllegalArgumentException if they are none of {@link #allWords()}
     */
    public static Begin of(String words) {
        return Arrays.stream(values())
                .filter(begin -> begin.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "begin '" + words + "' is none of " + String.join(", ", allWords())));
    }

    /** All of them as they are written in a plan, the default first. */
    public static List<String> allWords() {
        return Arrays.stream(values()).map(begin -> begin.words).toList();
    }
}
