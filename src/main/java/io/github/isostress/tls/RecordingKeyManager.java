package io.github.isostress.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.X509ExtendedKeyManager;

/** A key manager that records what the host asked for and what was shown. Thread-safe. */
final class RecordingKeyManager extends X509ExtendedKeyManager {
    private final X509ExtendedKeyManager keys;
    private final HandshakeRecorder recorder;

    RecordingKeyManager(X509ExtendedKeyManager keys, HandshakeRecorder recorder) {
        this.keys = keys;
        this.recorder = recorder;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        HandshakeRecord record = recorder.of(socket);
        record.clientIsAsked(Stream.of(issuers == null ? new Principal[0] : issuers)
                .map(issuer -> "'" + issuer.getName() + "'")
                .toList());
        String alias = keys.chooseClientAlias(keyTypes, issuers, socket);
        if (alias != null) {
            record.weShow(keys.getCertificateChain(alias)[0]);
        }
        return alias;
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return keys.getClientAliases(keyType, issuers);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return keys.getServerAliases(keyType, issuers);
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        String alias = keys.chooseServerAlias(keyType, issuers, socket);
        if (alias != null) {
            recorder.of(socket).weShow(keys.getCertificateChain(alias)[0]);
        }
        return alias;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return keys.getCertificateChain(alias);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return keys.getPrivateKey(alias);
    }
}
