package io.github.isostress.jmeter;

import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.link.SessionMessageKind;
import java.util.Arrays;
import java.util.Optional;

/** The samples that stand for no request of the test. Their label is the connection's name and the kind's words. */
public enum SampleKind {
    CONNECT("connect"),
    SIGN_ON(SessionMessageKind.SIGN_ON.words()),
    ECHO(SessionMessageKind.ECHO.words()),
    SIGN_OFF(SessionMessageKind.SIGN_OFF.words()),
    POOL_WAIT("pool wait"),
    LATE("late"),
    DUPLICATE("duplicate"),
    UNSOLICITED("unsolicited"),
    LEFT_OVER("left over");

    private final String words;

    SampleKind(String words) {
        this.words = words;
    }

    /** The label of such a sample. */
    public String label(String connection) {
        return connection + " " + words;
    }

    /** The kind that a label ends with; a request may be called so, too, see {@link #connection}. */
    public static Optional<SampleKind> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(kind -> label.endsWith(" " + kind.words))
                .findFirst();
    }

    /** The connection's name in a label of this kind. */
    public String connection(String label) {
        return label.substring(0, label.length() - words.length() - 1);
    }

    /** As in a label. */
    public String words() {
        return words;
    }

    /** The kind of a stray message's sample; empty for messages that get none. */
    public static Optional<SampleKind> of(UnmatchedFrame.Kind stray) {
        return switch (stray) {
            case LATE -> Optional.of(LATE);
            case DUPLICATE -> Optional.of(DUPLICATE);
            case UNSOLICITED -> Optional.of(UNSOLICITED);
            case UNAWAITED, EARLY, OTHER -> Optional.empty();
        };
    }

    /** The kind of a ritual's sample. */
    public static SampleKind of(SessionMessageKind ritual) {
        return valueOf(ritual.name());
    }
}
