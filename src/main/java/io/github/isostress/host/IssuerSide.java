package io.github.isostress.host;

import io.github.isostress.connect.ReconnectPause;
import io.github.isostress.framing.Framing;
import io.github.isostress.host.session.HostClock;
import io.github.isostress.host.session.HostRecord;
import io.github.isostress.host.session.Issuer;
import io.github.isostress.host.session.SessionServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A host's connections with the issuers that its rules forward requests to. Thread-safe. */
final class IssuerSide {
    private static final ReconnectPause PAUSE = ReconnectPause.parse("50 x2 max 1000");
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Framing framing;
    private final SessionServices services;
    private final HostSessions sessions = new HostSessions();
    private final List<SessionSource> sources = new ArrayList<>();

    /**
     * Begins to connect to the issuers of the services' routes, or to listen for them.
     *
     * @throws IllegalArgumentException with one clear sentence if it cannot listen
     */
    IssuerSide(Framing framing, SessionServices services, HostLog log) {
        this.framing = framing;
        this.services = services;
        try {
            services.routes().forEach((issuer, route) -> {
                SessionServices ours = services.forIssuer(route, new HostRecord(log.warnings()));
                sources.add(SessionSource.open(direction(issuer), framing, ours, sessions, log));
            });
        } catch (IllegalArgumentException e) {
            close();
            throw e;
        }
    }

    private HostDirection direction(Issuer issuer) {
        if (issuer instanceof Issuer.Calling calling) {
            return new HostDirection.Listen(
                    calling.endpoint().host(), calling.endpoint().port(), Optional.empty());
        }
        Issuer.Listening listening = (Issuer.Listening) issuer;
        return new HostDirection.Connect(List.of(listening.endpoint()), framing, Optional.empty(), 1, PAUSE);
    }

    /** Looks again and again for requests that have waited too long. */
    void follow(HostClock clock) {
        services.routes().values().forEach(route -> clock.again(route::giveUpOverdue, LOOK_NANOS));
    }

    /** Closes all connections; none is opened any more. */
    void close() {
        try {
            for (SessionSource source : sources) {
                source.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sessions.dropAll("");
    }
}
