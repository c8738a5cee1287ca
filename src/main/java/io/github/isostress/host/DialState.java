package io.github.isostress.host;

import io.github.isostress.failure.FailureException;
import io.github.isostress.host.session.HostControls;
import io.github.isostress.message.masking.ShownText;
import java.util.concurrent.TimeUnit;

/**
 * Whether the system that a host connects to is there, told in one sentence each time that changes, however many
 * attempts there are and however many connections. Thread-safe.
 */
final class DialState {
    /** Behind a system that accepts and closes at once, a connection must stand for so long to be told. */
    private static final long STEADY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final HostDirection.Connect direction;
    private final HostLog log;
    private final HostControls host;
    private int open;
    private Told told = Told.NOTHING;
    private boolean isUnsteady;

    private enum Told {
        NOTHING,
        CONNECTED,
        AWAY
    }

    DialState(HostDirection.Connect direction, HostLog log, HostControls host) {
        this.direction = direction;
        this.log = log;
        this.host = host;
    }

    /** Whether a connection that stood so long has worked. */
    static boolean isSteady(long nanos) {
        return nanos >= STEADY_NANOS;
    }

    synchronized void opened() {
        open++;
        if (isUnsteady) {
            host.later(this::tellConnected, STEADY_NANOS);
        } else {
            tellConnected();
        }
    }

    private synchronized void tellConnected() {
        if (open > 0 && told != Told.CONNECTED) {
            told = Told.CONNECTED;
            log.news().accept("has connected to " + direction.place());
        }
    }

    /**
     * A connection has ended.
     *
     * @param nanos how long it stood
     */
    synchronized void ended(long nanos) {
        open--;
        isUnsteady = !isSteady(nanos);
        if (open == 0 && told == Told.CONNECTED) {
            told = Told.AWAY;
            warn("has no connection to " + direction.place() + " any more; it keeps trying");
        }
    }

    /** An attempt to connect has failed. */
    synchronized void failed(FailureException failure) {
        failed(failure.report().toString());
    }

    private void failed(String reason) {
        if (open == 0 && told != Told.AWAY) {
            told = Told.AWAY;
            warn("cannot connect to " + direction.place() + "; it keeps trying: " + reason);
        }
    }

    /** The host itself failed. */
    synchronized void broke(Throwable thrown) {
        failed(thrown.getClass().getName());
    }

    private void warn(String sentence) {
        log.warnings().accept(ShownText.of(sentence));
    }
}
