package io.github.isostress.wire;

import io.github.isostress.failure.FailureException;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestClient;
import java.nio.file.Path;

/** Scripted peers and connections to them, each over plain TCP or over TLS. */
final class Peers {
    private final TestCertificates certificates;

    /** Makes its certificates in that folder. */
    Peers(Path folder) {
        certificates = new TestCertificates(folder);
    }

    ScriptedPeer peer(boolean tls, Step... script) {
        return tls
                ? ScriptedPeer.overTls(certificates.serverContext(), unchanged -> {}, script)
                : ScriptedPeer.playing(script);
    }

    HostConnection connect(boolean tls, int port, String framing) throws FailureException {
        return tls ? TestClient.connect(port, framing, trust()) : TestClient.connect(port, framing);
    }

    /** Trusts the peers. */
    ClientTls trust() {
        return ClientTls.trusting(certificates.ca());
    }
}
