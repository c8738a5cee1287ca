package io.github.isostress.support;

import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.HostConnection;
import java.nio.file.Path;

/** Scripted peers and connections to them, over plain TCP or TLS. */
public final class Peers {
    private final TestCertificates certificates;

    /**
     * @param folder for the certificates
     */
    public Peers(Path folder) {
        certificates = new TestCertificates(folder);
    }

    public ScriptedPeer peer(boolean tls, Step... script) {
        return tls
                ? ScriptedPeer.overTls(certificates.serverContext(), unchanged -> {}, script)
                : ScriptedPeer.playing(script);
    }

    public HostConnection connect(boolean tls, int port, String framing) throws FailureException {
        return tls ? TestClient.connect(port, framing, trust()) : TestClient.connect(port, framing);
    }

    public ClientTls trust() {
        return ClientTls.trusting(certificates.ca());
    }
}
