package io.github.isostress.jmeter;

import io.github.isostress.exchange.Stray;
import io.github.isostress.link.RitualKind;
import java.util.Arrays;
import java.util.Optional;

/** The samples that are no request of the test's: each has the connection's name and a word for its label. */
public enum SampleKind {
    CONNECT("connect"),
    SIGN_ON(RitualKind.SIGN_ON.words()),
    ECHO(RitualKind.ECHO.words()),
    SIGN_OFF(RitualKind.SIGN_OFF.words()),
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
    public static Optional<SampleKind> of(Stray.Kind stray) {
        return switch (stray) {
            case LATE -> Optional.of(LATE);
            case DUPLICATE -> Optional.of(DUPLICATE);
            case UNSOLICITED -> Optional.of(UNSOLICITED);
            case UNAWAITED, EARLY, OTHER -> Optional.empty();
        };
    }

    /** The kind of a ritual's sample. */
    public static SampleKind of(RitualKind ritual) {
        return valueOf(ritual.name());
    }
}
