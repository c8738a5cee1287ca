package io.github.isostress.jmeter.migration;

import io.github.isostress.jmeter.migration.OldPlugin.Config;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;

/** Takes over how a connection is secured: one key store, which held both own key and trusted certificates. */
final class TlsMigration {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    /** By which a channel of jPOS says who may be at the other end. */
    private static final List<String> OF_PEERS = List.of("serverauth", "servername", "clientauth");

    private static final String PROTOCOL = "addEnabledProtocol";
    private static final String CIPHER_SUITE = "addEnabledCipherSuite";

    private final PlanNode config;
    private final PlanFiles files;
    private final MigrationRemarks remarks;

    TlsMigration(PlanNode config, PlanFiles files, MigrationRemarks remarks) {
        this.config = config;
        this.files = files;
        this.remarks = remarks;
    }

    /** Whether the connection uses TLS. */
    boolean isUsed() {
        return !config.text(Config.KEY_STORE).isEmpty();
    }

    /** The key store as the new plan names it. */
    String keyStore() {
        String name = config.text(Config.KEY_STORE);
        if (files.misses(name)) {
            remarks.different(config, Config.KEY_STORE, ConnectionMigration.WHERE_FILES_ARE);
        }
        checkPasswords();
        return files.renamed(name);
    }

    String password() {
        return config.property(Config.STORE_PASSWORD).orElse("");
    }

    private void checkPasswords() {
        String ofKey = config.property(Config.KEY_PASSWORD).orElse("");
        if (!ofKey.isEmpty() && !ofKey.equals(password())) {
            remarks.missing(
                    config,
                    Config.KEY_PASSWORD,
                    "one password opens both key store and key; give the key that of the store");
        }
    }

    /** Sets what a connection that we make needs. */
    void ofClient(NewElement connection, ChannelProperties properties) {
        boolean checksHost = properties.takeFlag("serverauth", false);
        connection.with(SCHEMA.useTls, true).with(SCHEMA.trustAll, !checksHost).with(SCHEMA.verifyHostName, false);
        if (hasKey()) {
            connection.with(SCHEMA.keyStore, keyStore()).with(SCHEMA.keyStorePassword, password());
        }
        if (checksHost) {
            connection.with(SCHEMA.trustStore, keyStore()).with(SCHEMA.trustStorePassword, password());
        } else {
            remarks.different(
                    config,
                    Config.KEY_STORE,
                    "any certificate of the host was accepted, and still is: untick "
                            + "Trust all and name a trust store to have it checked");
        }
        properties
                .take("servername")
                .ifPresent(name -> remarks.missing(
                        config,
                        Config.CHANNEL_PROPERTIES,
                        "servername was compared with the "
                                + "certificate's common name; tick Verify host name to have its names checked"));
        offer(connection, properties);
    }

    /** Sets what a connection that the host makes needs. */
    void ofServer(NewElement connection, ChannelProperties properties) {
        connection
                .with(SCHEMA.useTls, true)
                .with(SCHEMA.keyStore, keyStore())
                .with(SCHEMA.keyStorePassword, password());
        OF_PEERS.forEach(properties::takeAll);
        offer(connection, properties);
    }

    /** Leaves out what had no effect, as the connection was plain. */
    static void forget(ChannelProperties properties) {
        OF_PEERS.forEach(properties::takeAll);
        properties.takeAll(PROTOCOL);
        properties.takeAll(CIPHER_SUITE);
    }

    private static void offer(NewElement connection, ChannelProperties properties) {
        List<String> protocols = properties.takeAll(PROTOCOL);
        List<String> suites = properties.takeAll(CIPHER_SUITE);
        if (!protocols.isEmpty()) {
            connection.with(SCHEMA.protocols, String.join(", ", protocols));
        }
        if (!suites.isEmpty()) {
            connection.with(SCHEMA.cipherSuites, String.join(", ", suites));
        }
    }

    /** Whether the key store holds a key, or may hold one. */
    private boolean hasKey() {
        return files.find(config.text(Config.KEY_STORE)).map(this::hasKey).orElse(true);
    }

    private boolean hasKey(Path file) {
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), password().toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | GeneralSecurityException e) {
            return true;
        }
    }
}
