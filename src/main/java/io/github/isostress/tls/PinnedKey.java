package io.github.isostress.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/** A key that is shown whenever its type is asked for, whatever issuers the host names. Immutable. */
final class PinnedKey extends X509ExtendedKeyManager {
    private final String alias;
    private final PrivateKey key;
    private final X509Certificate[] chain;

    PinnedKey(String alias, PrivateKey key, X509Certificate[] chain) {
        this.alias = alias;
        this.key = key;
        this.chain = chain;
    }

    private String aliasFor(String... keyTypes) {
        boolean asked = Arrays.asList(keyTypes).contains(chain[0].getPublicKey().getAlgorithm());
        return asked ? alias : null;
    }

    private String[] aliasesFor(String keyType) {
        String found = aliasFor(keyType);
        return found == null ? null : new String[] {found};
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return aliasFor(keyTypes);
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return aliasFor(keyTypes);
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return aliasFor(keyType);
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return aliasFor(keyType);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return aliasesFor(keyType);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return aliasesFor(keyType);
    }

    @Override
    public X509Certificate[] getCertificateChain(String name) {
        return alias.equals(name) ? chain.clone() : null;
    }

    @Override
    public PrivateKey getPrivateKey(String name) {
        return alias.equals(name) ? key : null;
    }
}
