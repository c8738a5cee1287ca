package io.github.isostress.connect;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which of several hosts a connection goes to. */
public enum HostOrder {
    /** Links take the hosts in turn; each keeps to its own. */
    IN_TURN("in turn"),
    /** Each connect tries them in the order given, until one answers. */
    FIRST_THAT_ANSWERS("first that answers");

    private final String words;

    HostOrder(String words) {
        this.words = words;
    }

    /** As users write it. */
    public String words() {
        return words;
    }

    /**
     * Reads {@code in turn} or {@code first that answers}; blank is {@code in turn}.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    public static HostOrder parse(String text) {
        return Arrays.stream(values())
                .filter(order -> order.words.equals(text.isBlank() ? IN_TURN.words : text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("host order '" + text.strip() + "' is none of "
                        + Arrays.stream(values()).map(HostOrder::words).collect(Collectors.joining(", "))));
    }
}
