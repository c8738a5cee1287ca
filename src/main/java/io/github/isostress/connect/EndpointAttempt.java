package io.github.isostress.connect;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.tls.TlsHandshake;
import io.github.isostress.wire.ConnectTimes;
import io.github.isostress.wire.DeadlineSocket;
import io.github.isostress.wire.Endpoint;
import io.github.isostress.wire.HostConnection;
import io.github.isostress.wire.LocalAddresses;
import io.github.isostress.wire.NameResolver;
import io.github.isostress.wire.SocketClosing;
import io.github.isostress.wire.SocketLayer;
import io.github.isostress.wire.WireFailures;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One attempt to connect to one endpoint: resolve, connect to one of its addresses and, for TLS, shake hands, all
 * before one deadline. Used once, by one thread, but for {@link #interrupt()}.
 */
final class EndpointAttempt {
    private final Endpoint endpoint;
    private final ConnectionSettings settings;
    private final TlsHandshake tls;
    private final NameResolver names;
    private final Optional<InetAddress> local;
    private final CompletableFuture<Void> interruption = new CompletableFuture<>();
    private volatile DeadlineSocket transport;
    private volatile HostConnection opened;
    private OpeningTime time;

    EndpointAttempt(
            Endpoint endpoint,
            ConnectionSettings settings,
            TlsHandshake tls,
            NameResolver names,
            Optional<InetAddress> local) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.tls = tls;
        this.names = names;
        this.local = local;
    }

    HostConnection open() throws FailureException {
        long start = System.nanoTime();
        long deadline = start + TimeUnit.MILLISECONDS.toNanos(settings.connectTimeoutMillis());
        try {
            List<InetAddress> addresses = names.resolve(endpoint, deadline, interruption);
            long resolved = System.nanoTime();
            DeadlineSocket connected = connect(ofLocalKind(addresses), deadline);
            long standing = System.nanoTime();
            SocketLayer layer =
                    tls == null ? SocketLayer.bare(connected) : tls.over(connected, endpoint.host(), endpoint.port());
            long shaken = tls == null ? standing : System.nanoTime();
            time = new OpeningTime(time.startNanos(), shaken);
            ConnectTimes opening = new ConnectTimes(
                    endpoint, resolved - start, standing - time.startNanos(), tls == null ? 0 : shaken - standing);
            return handOver(new HostConnection(connected, layer, settings.framing(), opening));
        } catch (IOException e) {
            throw failed(WireFailures.whileConnecting(e));
        } catch (FailureException e) {
            throw failed(e);
        }
    }

    /** Since the first TCP connect; of one that has failed, without its end, and null if it did not come so far. */
    OpeningTime time() {
        return time;
    }

    /** From an IPv4 address there is no way to an IPv6 address, nor back. */
    private List<InetAddress> ofLocalKind(List<InetAddress> addresses) throws FailureException {
        if (local.isEmpty()) {
            return addresses;
        }
        Class<?> kind = local.get().getClass();
        List<InetAddress> reachable =
                addresses.stream().filter(address -> address.getClass() == kind).toList();
        if (reachable.isEmpty()) {
            throw new FailureException(
                    Failure.CONNECT_FAILED,
                    "the host has no address of the kind of local address "
                            + local.get().getHostAddress());
        }
        return reachable;
    }

    /** Tries one address after the other; the failure is that of the last. */
    private DeadlineSocket connect(List<InetAddress> addresses, long deadlineNanos) throws FailureException {
        StringBuilder refusals = new StringBuilder();
        for (int i = 0; ; i++) {
            InetAddress address = addresses.get(i);
            try {
                return connect(address, deadlineNanos);
            } catch (IOException e) {
                FailureException failure = WireFailures.whileConnecting(e);
                refusals.append(i == 0 ? "" : ", ")
                        .append(address.getHostAddress())
                        .append(": ")
                        .append(failure.getMessage());
                boolean last = i == addresses.size() - 1 || deadlineNanos - System.nanoTime() <= 0;
                if (last || interruption.isDone()) {
                    throw i == 0 ? failure : new FailureException(failure.failure(), refusals.toString(), e);
                }
            }
        }
    }

    /** Each address gets a new socket: one that failed to connect cannot be used again. */
    private DeadlineSocket connect(InetAddress address, long deadlineNanos) throws IOException, FailureException {
        DeadlineSocket socket = new DeadlineSocket();
        transport = socket;
        try {
            socket.deadline(deadlineNanos);
            settings.socketOptions().applyTo(socket);
            bind(socket);
            long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
            if (left <= 0) {
                throw new SocketTimeoutException("the deadline has passed");
            }
            if (interruption.isDone()) {
                throw WireFailures.interrupted(null);
            }
            if (time == null) {
                long now = System.nanoTime();
                time = new OpeningTime(now, now);
            }
            socket.connect(new InetSocketAddress(address, endpoint.port()), (int) left);
            return socket;
        } catch (IOException e) {
            SocketClosing.atOnce(socket);
            throw e;
        }
    }

    private void bind(Socket socket) throws IOException, FailureException {
        if (local.isEmpty()) {
            return;
        }
        String address = local.get().getHostAddress();
        try {
            socket.bind(new InetSocketAddress(local.get(), 0));
        } catch (BindException e) {
            throw LocalAddresses.isOfThisMachine(local.get())
                    ? new FailureException(Failure.CONNECT_FAILED, "local address " + address + " has no free port", e)
                    : new FailureException(
                            Failure.CONFIG_ERROR, "local address " + address + " is not of this machine", e);
        }
    }

    /** From here on an interruption is the connection's, and whichever of the two threads comes second sees to it. */
    private HostConnection handOver(HostConnection connection) throws FailureException {
        opened = connection;
        if (interruption.isDone()) {
            connection.close();
            throw WireFailures.interrupted(null);
        }
        return connection;
    }

    private FailureException failed(FailureException e) {
        DeadlineSocket present = transport;
        if (present != null) {
            SocketClosing.atOnce(present);
        }
        return interruption.isDone() ? WireFailures.interrupted(e) : e;
    }

    /** Ends the attempt, whatever it is at, and the connection that it may have opened by now. */
    void interrupt() {
        interruption.complete(null);
        DeadlineSocket present = transport;
        if (present != null) {
            SocketClosing.atOnce(present);
        }
        HostConnection connection = opened;
        if (connection != null) {
            connection.interrupt();
        }
    }
}
