package io.github.isostress.draft.capture;

/**
 * One direction of a TCP connection. Immutable.
 *
 * @param from address and port of the sender
 * @param to address and port of the receiver
 */
public record CapturedWay(String from, String to) {
    /** For a list, as in {@code 10.1.2.3:40000 > 10.1.2.4:5000}. */
    @Override
    public String toString() {
        return from + " > " + to;
    }
}
