package io.github.isostress.connect;

import io.github.isostress.tls.Certificates;
import io.github.isostress.wire.ConnectTimes;
import io.github.isostress.wire.HostConnection;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** Facts of an open connection, one a line, for a sample. */
public final class ConnectionFacts {
    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    private ConnectionFacts() {}

    /**
     * Addresses, how long name, TCP and TLS took, and for TLS protocol, cipher suite, whether the handshake was a full
     * one, and both certificates: subject, issuer and expiry of the host's.
     *
     * @param direction who has made the connection
     */
    public static List<String> of(HostConnection connection, Direction direction) {
        Socket socket = connection.socket();
        List<String> facts = new ArrayList<>();
        facts.add("local address   " + socket.getLocalSocketAddress());
        facts.add("remote address  " + socket.getRemoteSocketAddress());
        ConnectTimes times = connection.times();
        if (direction == Direction.WE_CONNECT) {
            facts.add("time            " + connect(times) + handshake(", ", times));
        } else if (times.handshakeNanos() > 0) {
            facts.add("time            " + handshake("", times));
        }
        if (socket instanceof SSLSocket tls) {
            SSLSession session = tls.getSession();
            facts.add("TLS             " + session.getProtocol() + ", " + session.getCipherSuite() + ", "
                    + (connection.isResumed() ? "resumed" : "full handshake"));
            boolean isHostClient = direction == Direction.HOST_CONNECTS;
            facts.add((isHostClient ? "client          " : "host            ") + certificate(session));
            facts.add((isHostClient ? "server          " : "client          ") + ownCertificate(session));
        }
        return facts;
    }

    private static String connect(ConnectTimes times) {
        return String.format(
                Locale.ROOT,
                "%.1f ms to connect (name resolved in %.1f ms)",
                millis(times.connectNanos()),
                millis(times.resolveNanos()));
    }

    /** Empty for plain TCP. */
    private static String handshake(String before, ConnectTimes times) {
        return times.handshakeNanos() == 0
                ? ""
                : before + String.format(Locale.ROOT, "%.1f ms for the TLS handshake", millis(times.handshakeNanos()));
    }

    private static double millis(long nanos) {
        return nanos / NANOS_IN_A_MILLISECOND;
    }

    private static String certificate(SSLSession session) {
        try {
            X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
            return subject(certificate) + ", issued by " + Certificates.issuer(certificate) + ", valid until "
                    + certificate.getNotAfter().toInstant();
        } catch (SSLPeerUnverifiedException e) {
            return "none";
        }
    }

    private static String ownCertificate(SSLSession session) {
        return session.getLocalCertificates() == null ? "none sent" : subject(session.getLocalCertificates()[0]);
    }

    private static String subject(java.security.cert.Certificate certificate) {
        return ((X509Certificate) certificate).getSubjectX500Principal().getName();
    }
}
