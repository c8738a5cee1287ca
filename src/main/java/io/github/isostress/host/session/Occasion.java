package io.github.isostress.host.session;

/** When a rule can act. */
public enum Occasion {
    /** A request has come. */
    REQUEST("about a request"),
    /** A client has connected and, for TLS, has shaken hands. */
    CONNECT("on connect"),
    /** A time is up, counted from the host's start. */
    TIME("at a time");

    private final String words;

    Occasion(String words) {
        this.words = words;
    }

    /** How a sentence says it. */
    public String words() {
        return words;
    }
}
