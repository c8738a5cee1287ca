package io.github.isostress.host;

import io.github.isostress.connect.ConnectionSettings;
import io.github.isostress.connect.ReconnectPause;
import io.github.isostress.framing.Framing;
import io.github.isostress.tls.TlsSettings;
import io.github.isostress.wire.Endpoint;
import io.github.isostress.wire.SocketOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who connects to whom: clients to the host, or the host to the tested system. Immutable. */
public sealed interface HostDirection {
    /** Where the host listens, or what it connects to. */
    String place();

    /** Whether TLS is spoken. */
    boolean isTls();

    /**
     * Clients connect to the host.
     *
     * @param address the local address to listen on
     * @param port 1 to 65535, or 0 for a free one
     * @param tls empty for plain TCP
     */
    record Listen(String address, int port, Optional<HostTls> tls) implements HostDirection {
        private static final int HIGHEST_PORT = 65_535;

        /**
         * @throws IllegalArgumentException with one clear sentence if the port is out of range
         */
        public Listen {
            if (port < 0 || port > HIGHEST_PORT) {
                throw new IllegalArgumentException("port " + port + " is outside 0 to " + HIGHEST_PORT);
            }
        }

        @Override
        public String place() {
            return address + ":" + port;
        }

        @Override
        public boolean isTls() {
            return tls.isPresent();
        }

        /** With the port that a free one turned out to be. */
        Listen at(int found) {
            return new Listen(address, found, tls);
        }
    }

    /**
     * The host connects, and connects again after a loss as long as it runs.
     *
     * @param settings where to and how; each connection takes the next of several endpoints
     * @param connections how many are kept open: 1 to 1,000
     * @param pause between a loss or a failed attempt and the next attempt: 10 ms at least
     */
    record Connect(ConnectionSettings settings, int connections, ReconnectPause pause) implements HostDirection {
        private static final int CONNECT_TIMEOUT_MILLIS = 10_000;
        private static final int MOST_CONNECTIONS = 1_000;
        private static final int SHORTEST_PAUSE = 10;

        /**
         * @throws IllegalArgumentException with one clear sentence where a range is left
         */
        public Connect {
            if (connections < 1 || connections > MOST_CONNECTIONS) {
                throw new IllegalArgumentException(
                        "connections " + connections + " is outside 1 to " + MOST_CONNECTIONS);
            }
            if (pause.initialMillis() < SHORTEST_PAUSE) {
                throw new IllegalArgumentException("reconnect pause: a host that connects never gives up, so it needs "
                        + SHORTEST_PAUSE + " ms at least");
            }
        }

        /**
         * Connects with 10 s for each attempt.
         *
         * @param tls empty for plain TCP
         * @throws IllegalArgumentException with one clear sentence where a range is left
         */
        public Connect(
                List<Endpoint> endpoints,
                Framing framing,
                Optional<TlsSettings> tls,
                int connections,
                ReconnectPause pause) {
            this(
                    new ConnectionSettings(
                            endpoints, CONNECT_TIMEOUT_MILLIS, framing, tls, SocketOptions.SYSTEM, List.of()),
                    connections,
                    pause);
        }

        @Override
        public String place() {
            return settings.endpoints().stream().map(Endpoint::toString).collect(Collectors.joining(", "));
        }

        @Override
        public boolean isTls() {
            return settings.tls().isPresent();
        }
    }
}
