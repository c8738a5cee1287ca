package io.github.isostress.host.session;

/** The events on which a rule can act. */
public enum Occasion {
    REQUEST("about a request"),
    /** A client has connected and, with TLS, completed the handshake. */
    CONNECT("on connect"),
    /** A time has passed since the host's start. */
    TIME("at a time");

    private final String words;

    Occasion(String words) {
        this.words = words;
    }

    /** In words, for sentences. */
    public String words() {
        return words;
    }
}
