package io.github.isostress.bench.host;

import io.github.isostress.host.DemoCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The host's side of TLS: the demo certificate for this machine. */
final class HostCertificate {
    private HostCertificate() {}

    /** From the folder of the {@link DemoCertificates}. */
    static SSLContext context(Path folder) throws IOException {
        try {
            char[] password = DemoCertificates.PASSWORD.toCharArray();
            KeyStore store = KeyStore.getInstance(
                    folder.resolve(DemoCertificates.SERVER_FILE).toFile(), password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS with the certificates in " + folder, e);
        }
    }
}
