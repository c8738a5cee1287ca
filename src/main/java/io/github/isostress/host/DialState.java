package io.github.isostress.host;

import io.github.isostress.failure.FailureException;
import io.github.isostress.host.session.HostControls;
import io.github.isostress.message.masking.ShownText;
import java.util.HashSet;
import java.util.Set;
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
    private final Set<Standing> open = new HashSet<>();
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

    /** A connection that is open now. */
    final class Standing {
        private final long sinceNanos = System.nanoTime();

        private Standing() {}

        /** Whether it has stood long enough to say that it works. */
        boolean isSteady() {
            return System.nanoTime() - sinceNanos >= STEADY_NANOS;
        }

        void ended() {
            DialState.this.ended(this);
        }
    }

    synchronized Standing opened() {
        Standing connection = new Standing();
        open.add(connection);
        if (isUnsteady) {
            host.later(() -> tellIfItStands(connection), STEADY_NANOS);
        } else {
            tellConnected();
        }
        return connection;
    }

    private synchronized void tellIfItStands(Standing connection) {
        if (open.contains(connection)) {
            tellConnected();
        }
    }

    private void tellConnected() {
        if (told != Told.CONNECTED) {
            told = Told.CONNECTED;
            log.news().accept("has connected to " + direction.place());
        }
    }

    private synchronized void ended(Standing connection) {
        open.remove(connection);
        isUnsteady = !connection.isSteady();
        if (open.isEmpty() && told == Told.CONNECTED) {
            told = Told.AWAY;
            warn("has no connection to " + direction.place() + " any more; it keeps trying");
        }
    }

    /** An attempt to connect has failed. */
    synchronized void failed(FailureException failure) {
        failed(failure.report().toString());
    }

    private void failed(String reason) {
        if (open.isEmpty() && told != Told.AWAY) {
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
