package io.github.isostress.link;

/** The exchanges that belong to a connection itself and not to a test's requests. */
public enum SessionMessageKind {
    /** Once the connection stands. */
    SIGN_ON("sign-on"),
    /** When it has been idle. */
    ECHO("echo"),
    /** Before it is closed in good order. */
    SIGN_OFF("sign-off");

    private final String words;

    SessionMessageKind(String words) {
        this.words = words;
    }

    /** As people call it. */
    public String words() {
        return words;
    }
}
