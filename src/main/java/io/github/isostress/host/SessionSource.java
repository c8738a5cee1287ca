package io.github.isostress.host;

import io.github.isostress.connect.Dialling;
import io.github.isostress.connect.HostOrder;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import io.github.isostress.host.session.SessionServices;
import io.github.isostress.tls.TlsClient;
import io.github.isostress.tls.TlsContexts;
import io.github.isostress.wire.NameResolver;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Where sessions of a host come from, from its start until it is closed. Thread-safe. */
interface SessionSource {
    /**
     * Starts a source.
     *
     * @param sessions takes the sessions
     * @param log is told whether a system to which the host connects is there
     * @throws IllegalArgumentException with one clear sentence if it cannot listen or a key store cannot be used
     */
    static SessionSource open(
            HostDirection direction, Framing framing, SessionServices services, HostSessions sessions, HostLog log) {
        return direction instanceof HostDirection.Listen listen
                ? listen(listen, framing, services, sessions)
                : dial((HostDirection.Connect) direction, services, sessions, log);
    }

    private static SessionSource listen(
            HostDirection.Listen direction, Framing framing, SessionServices services, HostSessions sessions) {
        String refusal = "the host cannot listen on " + direction.place();
        try {
            return new ListeningSource(direction, framing, services, sessions).start();
        } catch (BindException e) {
            throw new IllegalArgumentException(
                    refusal + ": the port is in use or not permitted, or the address is not of this machine", e);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(refusal + ": the address is not known", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(refusal, e);
        }
    }

    private static SessionSource dial(
            HostDirection.Connect direction, SessionServices services, HostSessions sessions, HostLog log) {
        try {
            Optional<TlsClient> tls = direction.settings().tls().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new TlsContexts().get(direction.settings().tls().get()));
            Dialling dialling =
                    new Dialling(direction.settings(), HostOrder.IN_TURN, NameResolver.askingEachTime(), tls);
            DialState state = new DialState(direction, log, services.controls());
            return new DiallingSource(direction, dialling, services, sessions, state).start();
        } catch (FailureException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The port that peers connect to; 0 if there is none. */
    int port();

    /** Gives no new sessions for {@code nanos}. */
    void pause(long nanos) throws IOException;

    /** Ends: a session that begins after this ends at once. Those that had begun go on. */
    void close() throws IOException;
}
