package io.github.isostress.wire;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** What a tester wants to know of a connection that stands, one fact a line. */
public final class ConnectionFacts {
    private ConnectionFacts() {}

    /** Addresses and, for TLS, protocol, cipher suite, whether the handshake was a full one, and the host's certificate. */
    public static List<String> of(HostConnection connection) {
        Socket socket = connection.socket();
        List<String> facts = new ArrayList<>();
        facts.add("local address   " + socket.getLocalSocketAddress());
        facts.add("remote address  " + socket.getRemoteSocketAddress());
        if (socket instanceof SSLSocket tls) {
            SSLSession session = tls.getSession();
            facts.add("TLS             " + session.getProtocol() + ", " + session.getCipherSuite() + ", "
                    + (connection.isResumed() ? "resumed" : "full handshake"));
            facts.add("host            " + certificate(session));
            facts.add("client          "
                    + (session.getLocalCertificates() == null
                            ? "none sent"
                            : subject(session.getLocalCertificates()[0])));
        }
        return facts;
    }

    private static String certificate(SSLSession session) {
        try {
            X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
            return subject(certificate) + ", valid until "
                    + certificate.getNotAfter().toInstant();
        } catch (SSLPeerUnverifiedException e) {
            return "none";
        }
    }

    private static String subject(java.security.cert.Certificate certificate) {
        return ((X509Certificate) certificate).getSubjectX500Principal().getName();
    }
}
