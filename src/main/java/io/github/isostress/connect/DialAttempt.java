package io.github.isostress.connect;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.tls.TlsHandshake;
import io.github.isostress.wire.Endpoint;
import io.github.isostress.wire.HostConnection;
import io.github.isostress.wire.NameResolver;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Dials a host: the settings' endpoints are tried in their order, each with the whole connect
 * timeout, and the first that answers is taken. Used once, by one thread, but for {@link #interrupt()}.
 */
public final class DialAttempt implements ConnectionAttempt {
    /** No other endpoint would help. */
    private static final Set<Failure> FINAL = EnumSet.of(Failure.CONFIG_ERROR, Failure.INTERRUPTED);

    private final ConnectionSettings settings;
    private final TlsHandshake tls;
    private final NameResolver names;
    private final Optional<InetAddress> local;
    private volatile EndpointAttempt current;
    private volatile boolean interrupted;
    private OpeningTime time;

    /**
     * An attempt with these settings.
     *
     * @param tls for the settings' TLS part, made beforehand so that reading key stores is not timed; null for plain
     *     TCP
     * @param names finds the addresses of host names
     * @param local which address of this machine to connect from; empty for the system's choice
     */
    public DialAttempt(ConnectionSettings settings, TlsHandshake tls, NameResolver names, Optional<InetAddress> local) {
        this.settings = settings;
        this.tls = tls;
        this.names = names;
        this.local = local;
    }

    @Override
    public ConnectionTarget target() {
        return new ConnectionTarget(
                Direction.WE_CONNECT,
                settings.endpoints().stream().map(Endpoint::toString).collect(Collectors.joining(", or ")),
                settings.tls().isPresent(),
                settings.framing());
    }

    /**
     * Opens the connection, with TCP_NODELAY set.
     *
     * @throws FailureException the last endpoint's failure, whose particulars tell of all endpoints where there are
     *     several
     */
    @Override
    public HostConnection open() throws FailureException {
        List<String> refusals = new ArrayList<>();
        FailureException last = null;
        for (Endpoint endpoint : settings.endpoints()) {
            EndpointAttempt attempt = attempt(endpoint);
            try {
                HostConnection connection = attempt.open();
                time = timeUntil(attempt);
                return connection;
            } catch (FailureException e) {
                if (FINAL.contains(e.failure())) {
                    throw e;
                }
                last = e;
                time = timeUntil(attempt);
                refusals.add(endpoint + " " + e.failure() + " (" + e.getMessage() + ")");
            }
        }
        throw refusals.size() == 1 ? last : new FailureException(last.failure(), String.join(", ", refusals), last);
    }

    /** Since the first host to which a TCP connect began: of one whose name has no address, none did. */
    private OpeningTime timeUntil(EndpointAttempt attempt) {
        OpeningTime its = attempt.time();
        if (time == null || its == null) {
            return time == null ? its : time;
        }
        return new OpeningTime(time.startNanos(), its.endNanos());
    }

    @Override
    public OpeningTime time() {
        return time;
    }

    private EndpointAttempt attempt(Endpoint endpoint) {
        EndpointAttempt next = new EndpointAttempt(endpoint, settings, tls, names, local);
        current = next;
        if (interrupted) {
            next.interrupt();
        }
        return next;
    }

    @Override
    public void interrupt() {
        interrupted = true;
        EndpointAttempt present = current;
        if (present != null) {
            present.interrupt();
        }
    }
}
