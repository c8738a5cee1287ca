package io.github.isostress.link;

/** When a session message is sent. */
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

    /** The kind in a label or a sentence. */
    public String words() {
        return words;
    }
}
