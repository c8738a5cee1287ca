package io.github.isostress.host;

import io.github.isostress.host.session.HostClock;
import io.github.isostress.host.session.HostControls;
import io.github.isostress.host.session.HostMessages;
import io.github.isostress.host.session.HostRecord;
import io.github.isostress.host.session.Issuer;
import io.github.isostress.host.session.Route;
import io.github.isostress.host.session.RuleChoice;
import io.github.isostress.host.session.SessionServices;
import io.github.isostress.message.number.Counters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A host that answers requests and follows its rules, with one thread for each connection. Listens, or connects to the
 * tested system, from its start until it is closed. Thread-safe.
 */
public final class EmbeddedHost implements AutoCloseable {
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final HostSettings settings;
    private final HostClock clock = new HostClock("iso8583-host-clock");
    private final SessionServices services;
    private final HostSessions clients = new HostSessions();
    private final SessionSource source;
    private final IssuerSide issuers;

    /**
     * Starts a host without a log.
     *
     * @throws IllegalArgumentException with one clear sentence if it cannot listen or a key store cannot be used
     */
    public static EmbeddedHost start(HostSettings settings) {
        return start(settings, new HostLog(sentence -> {}));
    }

    /**
     * Starts a host.
     *
     * @throws IllegalArgumentException with one clear sentence if it cannot listen or a key store cannot be used
     */
    public static EmbeddedHost start(HostSettings settings, HostLog log) {
        try {
            Readiness.forNoHandles();
        } catch (IOException e) {
            throw new IllegalArgumentException("the host cannot open any socket", e);
        }
        return new EmbeddedHost(settings, log);
    }

    private EmbeddedHost(HostSettings settings, HostLog log) {
        this.settings = settings;
        Map<Issuer, Route> routes = settings.rules().issuers().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), issuer -> new Route()));
        services = new SessionServices(
                settings.responder(),
                settings.packager().map(HostMessages::new),
                new RuleChoice(settings.rules().rules(), settings.rules().seed()),
                settings.seals(),
                new Counters(),
                new HostRecord(log.warnings()),
                new Controls(),
                routes,
                Optional.empty());
        issuers = new IssuerSide(settings.framing(), services, log);
        source = openClientSide(log);
        clock.follow(settings.rules().rules(), services);
        issuers.follow(clock);
    }

    private SessionSource openClientSide(HostLog log) {
        try {
            return SessionSource.open(settings.direction(), settings.framing(), services, clients, log);
        } catch (IllegalArgumentException e) {
            issuers.close();
            clock.stop();
            throw e;
        }
    }

    /** The port it listens on; 0 if it connects. */
    public int port() {
        return source.port();
    }

    /** Where it listens, or what it connects to. */
    public String place() {
        return settings.direction() instanceof HostDirection.Listen listen
                ? listen.at(port()).place()
                : settings.direction().place();
    }

    /** The local address on which it listens; empty if it connects. */
    public String address() {
        return settings.direction() instanceof HostDirection.Listen listen ? listen.address() : "";
    }

    /** Whether it connects, instead of listening. */
    public boolean isConnecting() {
        return settings.direction() instanceof HostDirection.Connect;
    }

    /** What happened so far; can be read after {@link #close()}. */
    public HostRecord record() {
        return services.record();
    }

    /** How many connections to issuers are open, over which requests are forwarded. */
    public int connectionsToIssuers() {
        return services.routes().values().stream().mapToInt(Route::open).sum();
    }

    /** Closes every connection, also those whose handshake is under way; the host goes on listening or connecting. */
    public void dropAllConnections() {
        clients.dropAll("all connections are dropped");
    }

    /**
     * Closes the listening socket for a while, so that new clients are refused, or does not connect for a while; open
     * connections are served. A client that waits to be accepted is reset.
     */
    public void stopAccepting(Duration pause) {
        try {
            source.pause(pause.toNanos());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops listening or connecting, closes all connections and waits at most 10 s for their threads, so that the
     * record is final.
     */
    @Override
    public void close() {
        long deadline = System.nanoTime() + LONGEST_END.toNanos();
        clock.stop();
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clients.dropAll("");
        issuers.close();
        clients.awaitEnd(deadline);
        clock.awaitEnd();
    }

    /** What rules may do to the whole host. */
    private final class Controls implements HostControls {
        @Override
        public void dropAllConnections() {
            EmbeddedHost.this.dropAllConnections();
        }

        @Override
        public void stopAccepting(long nanos) {
            EmbeddedHost.this.stopAccepting(Duration.ofNanos(nanos));
        }

        @Override
        public void later(Runnable work, long nanos) {
            clock.later(work, nanos);
        }

        @Override
        public Executor writers() {
            return clock::write;
        }
    }
}
