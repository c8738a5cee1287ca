package io.github.isostress.jmeter.record;

import io.github.isostress.connect.ConnectionTarget;
import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.link.LinkEvent;
import io.github.isostress.link.SessionMessageKind;
import java.util.Arrays;
import java.util.Optional;

/** The samples that stand for no request of the test. Their label is the connection's name and the kind's words. */
public enum SampleKind {
    CONNECT("connect"),
    ACCEPT("accept"),
    SIGN_ON(SessionMessageKind.SIGN_ON.words()),
    ECHO(SessionMessageKind.ECHO.words()),
    SIGN_OFF(SessionMessageKind.SIGN_OFF.words()),
    POOL_WAIT("pool wait"),
    WINDOW_WAIT("window wait"),
    LATE("late"),
    DUPLICATE("duplicate"),
    UNSOLICITED("unsolicited"),
    UNANSWERED("unanswered"),
    UNMATCHED("unmatched"),
    LEFT_OVER("left over");

    private final String words;

    SampleKind(String words) {
        this.words = words;
    }

    /** The label of such a sample. */
    public String label(String connection) {
        return connection + " " + words;
    }

    /** The kind with these {@link #words}; empty if there is none. */
    public static Optional<SampleKind> ofWords(String words) {
        return Arrays.stream(values()).filter(kind -> kind.words.equals(words)).findFirst();
    }

    /** The kind that a label ends with. A request's label may end so, too. */
    public static Optional<SampleKind> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(kind -> label.endsWith(" " + kind.words))
                .findFirst();
    }

    /** The connection's name in a label of this kind. */
    public String connection(String label) {
        return label.substring(0, label.length() - words.length() - 1);
    }

    /** The end of a label, and the value of the column {@link JtlColumns#KIND}. */
    public String words() {
        return words;
    }

    /** Whether such a sample tells of a connection that was opened, or could not be. */
    public boolean opensConnection() {
        return this == CONNECT || this == ACCEPT;
    }

    /** The kind of a link event's sample; empty for an event that becomes none. */
    public static Optional<SampleKind> of(LinkEvent event) {
        if (event instanceof LinkEvent.Connected connected) {
            return Optional.of(of(connected.target()));
        }
        if (event instanceof LinkEvent.NotConnected failed) {
            return Optional.of(of(failed.target()));
        }
        if (event instanceof LinkEvent.SessionMessageSent sent) {
            return Optional.of(of(sent.kind()));
        }
        if (event instanceof LinkEvent.SessionMessageNotSent unsent) {
            return Optional.of(of(unsent.kind()));
        }
        if (event instanceof LinkEvent.Unmatched unmatched) {
            return of(unmatched.frame().kind());
        }
        if (event instanceof LinkEvent.Unanswered) {
            return Optional.of(UNANSWERED);
        }
        if (event instanceof LinkEvent.LeftOver) {
            return Optional.of(LEFT_OVER);
        }
        return event instanceof LinkEvent.Waited waited ? Optional.of(of(waited.what())) : Optional.empty();
    }

    private static SampleKind of(ConnectionTarget target) {
        return switch (target.direction()) {
            case WE_CONNECT -> CONNECT;
            case HOST_CONNECTS -> ACCEPT;
        };
    }

    private static Optional<SampleKind> of(UnmatchedFrame.Kind kind) {
        return switch (kind) {
            case LATE -> Optional.of(LATE);
            case DUPLICATE -> Optional.of(DUPLICATE);
            case UNSOLICITED -> Optional.of(UNSOLICITED);
            case UNMATCHED -> Optional.of(UNMATCHED);
            case UNAWAITED, EARLY, OTHER -> Optional.empty();
        };
    }

    private static SampleKind of(LinkEvent.Waited.For what) {
        return what == LinkEvent.Waited.For.POOL ? POOL_WAIT : WINDOW_WAIT;
    }

    private static SampleKind of(SessionMessageKind message) {
        return valueOf(message.name());
    }
}
