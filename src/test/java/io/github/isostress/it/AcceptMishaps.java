package io.github.isostress.it;

import io.github.isostress.connect.Direction;
import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.ConnectingJposHost;
import io.github.isostress.support.Ports;
import io.github.isostress.support.TestCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;

/** Adds what goes wrong when hosts are to connect to a plan. */
final class AcceptMishaps {
    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;
    /** Time for a client to come and go before a thread asks for one. */
    private static final int MEANWHILE_MILLIS = 2_500;

    private static final long RETRY_NANOS = 2_000_000;
    private static final int REQUESTS = 2;

    private final Mishaps mishaps;
    private final TestCertificates certificates;
    private final Queue<ConnectingJposHost> hosts = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    AcceptMishaps(Mishaps mishaps, Path folder) throws IOException {
        this.mishaps = mishaps;
        this.certificates = new TestCertificates(Files.createDirectory(folder.resolve("accept")));
    }

    /** Adds a thread group for each. */
    void add() throws Exception {
        mishaps.closeAtTheEnd(this::end);
        listening(mishaps.failing(Failure.PORT_IN_USE, 1), mishaps.healthyPort());
        Mishap elsewhere = listening(mishaps.failing(Failure.LISTEN_FAILED, 1), 0);
        Mishaps.set(elsewhere.connection, CONNECTION.listenAddress, "192.0.2.1");
        Mishap alone = listening(mishaps.failing(Failure.NOBODY_CONNECTED, 1), 0);
        Mishaps.set(alone.connection, CONNECTION.acceptTimeout, 50);
        turnedAway(Failure.CLIENT_LEFT, Optional.empty()).every(MEANWHILE_MILLIS);
        Mishap anonymous =
                turnedAway(Failure.TLS_CLIENT_CERTIFICATE_MISSING, Optional.of(certificates.anonymousContext()));
        anonymous.connection.set(CONNECTION.requireClientCertificate, true);
        Mishap other = turnedAway(Failure.TLS_CLIENT_NAME_REFUSED, Optional.of(certificates.serverContext()));
        Mishaps.set(other.connection, CONNECTION.clientNames, "a client");
    }

    private static Mishap listening(Mishap mishap, int port) {
        Mishaps.set(mishap.connection, CONNECTION.direction, Direction.HOST_CONNECTS.words());
        Mishaps.set(mishap.connection, CONNECTION.listenAddress, "127.0.0.1");
        Mishaps.set(mishap.connection, CONNECTION.listenPort, port);
        return mishap;
    }

    /** A client comes in vain; then one for each request, which is taken. */
    private Mishap turnedAway(Failure failure, Optional<SSLContext> inVain) throws IOException {
        int port = Ports.free();
        Mishap mishap = listening(mishaps.once(failure, port, 1, REQUESTS), port);
        Mishaps.set(mishap.connection, CONNECTION.keep, "sample");
        if (inVain.isPresent()) {
            mishap.connection.set(CONNECTION.useTls, true);
            Mishaps.set(mishap.connection, CONNECTION.keyStore, certificates.server());
            Mishaps.set(mishap.connection, CONNECTION.keyStorePassword, TestCertificates.PASSWORD);
            Mishaps.set(mishap.connection, CONNECTION.trustStore, certificates.ca());
        }
        Thread clients = new Thread(() -> come(port, inVain), "clients-" + failure);
        clients.setDaemon(true);
        clients.start();
        return mishap;
    }

    private void come(int port, Optional<SSLContext> inVain) {
        while (!over && !comesAndGoes(port, inVain)) {
            LockSupport.parkNanos(RETRY_NANOS);
        }
        Optional<SSLContext> known = inVain.map(any -> certificates.contextShowing(certificates.client()));
        for (int i = 0; i < REQUESTS; i++) {
            hosts.add(ConnectingJposHost.approving(port, known));
        }
    }

    private void end() throws IOException {
        over = true;
        for (ConnectingJposHost host : hosts) {
            host.close();
        }
    }

    /** With TLS 1.3 a client learns of a refusal at its first read only. */
    private static boolean comesAndGoes(int port, Optional<SSLContext> tls) {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            if (tls.isPresent()) {
                awaitEnd(tls.get().getSocketFactory().createSocket(client, null, port, false));
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void awaitEnd(Socket client) {
        try {
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            // It was turned away.
        }
    }
}
