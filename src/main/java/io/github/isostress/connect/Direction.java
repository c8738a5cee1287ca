package io.github.isostress.connect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Who makes the connection. */
public enum Direction {
    /** This machine connects to the host. */
    WE_CONNECT("we connect"),
    /** This machine listens, and the host connects to it. */
    HOST_CONNECTS("the host connects");

    private final String words;

    Direction(String words) {
        this.words = words;
    }

    /** As users write it. */
    public String words() {
        return words;
    }

    /** The words of both. */
    public static List<String> allWords() {
        return Arrays.stream(values()).map(Direction::words).toList();
    }

    /**
     * Reads {@code we connect} or {@code the host connects}; blank is {@code we connect}.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    public static Direction parse(String text) {
        return Arrays.stream(values())
                .filter(direction -> direction.words.equals(text.isBlank() ? WE_CONNECT.words : text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("direction '" + text.strip() + "' is none of "
                        + allWords().stream().collect(Collectors.joining(", "))));
    }
}
