package io.github.isostress.host;

import io.github.isostress.connect.ConnectionAttempt;
import io.github.isostress.connect.ConnectionPlace;
import io.github.isostress.connect.ConnectionSource;
import io.github.isostress.connect.ReconnectPause;
import io.github.isostress.failure.FailureException;
import io.github.isostress.host.session.HostSession;
import io.github.isostress.host.session.SessionServices;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Sessions with a system that the host connects to: a number of them, each with a thread that opens the connection,
 * serves it, and opens it again after a pause. Thread-safe.
 */
final class DiallingSource implements SessionSource {
    private final ConnectionSource source;
    private final ReconnectPause pause;
    private final SessionServices services;
    private final HostSessions sessions;
    private final DialState state;
    private final List<Line> lines = new ArrayList<>();
    private volatile long pausedUntil = System.nanoTime();
    private volatile boolean closed;

    /**
     * A source without sessions; they begin with {@link #start()}.
     *
     * @param state tells how it goes
     */
    DiallingSource(
            HostDirection.Connect direction,
            ConnectionSource source,
            SessionServices services,
            HostSessions sessions,
            DialState state) {
        this.source = source;
        this.pause = direction.pause();
        this.services = services;
        this.sessions = sessions;
        this.state = state;
        for (int i = 0; i < direction.connections(); i++) {
            lines.add(new Line(i));
        }
    }

    DiallingSource start() {
        lines.forEach(line -> line.thread.start());
        return this;
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public void pause(long nanos) {
        long until = System.nanoTime() + nanos;
        if (until - pausedUntil > 0) {
            pausedUntil = until;
        }
    }

    @Override
    public void close() {
        closed = true;
        lines.forEach(Line::end);
    }

    /** One of the connections, again and again. */
    private final class Line {
        private final Thread thread;
        private final ConnectionPlace place;
        private volatile ConnectionAttempt attempt;

        Line(int number) {
            place = new ConnectionPlace(number);
            thread = HostSessions.daemon(this::keepOpen, "iso8583-host-dials-" + (number + 1));
        }

        private void keepOpen() {
            int failures = 0;
            while (!closed) {
                failures = serveOnce() ? 1 : failures + 1;
                waitUntil(System.nanoTime()
                        + pause.nanos(failures, ThreadLocalRandom.current().nextDouble()));
            }
        }

        /**
         * Whether a connection stood for a while. One that ends at once is no better than a failed attempt, and the
         * pauses go on growing.
         */
        private boolean serveOnce() {
            waitUntil(pausedUntil);
            attempt = source.attempt(place);
            if (closed) {
                return false;
            }
            try {
                return serve(new DialledPeer(attempt.open()));
            } catch (FailureException e) {
                tell(() -> state.failed(e));
            } catch (RuntimeException | Error e) {
                tell(() -> state.broke(e));
            }
            return false;
        }

        private boolean serve(DialledPeer peer) {
            DialState.Standing connection = state.opened();
            try {
                sessions.run(new HostSession(peer, services));
                return connection.isSteady();
            } finally {
                tell(connection::ended);
            }
        }

        /** That connections end with the host is no news. */
        private void tell(Runnable news) {
            if (!closed) {
                news.run();
            }
        }

        private void waitUntil(long nanos) {
            for (long left = nanos - System.nanoTime(); left > 0 && !closed; left = nanos - System.nanoTime()) {
                LockSupport.parkNanos(this, left);
            }
        }

        void end() {
            ConnectionAttempt present = attempt;
            if (present != null) {
                present.interrupt();
            }
            LockSupport.unpark(thread);
        }
    }
}
