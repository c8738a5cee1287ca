package io.github.isostress.host;

import io.github.isostress.connect.ReconnectPause;
import io.github.isostress.framing.Framing;
import io.github.isostress.tls.ClientKey;
import io.github.isostress.tls.HostTrust;
import io.github.isostress.tls.SessionResumption;
import io.github.isostress.tls.TlsOffer;
import io.github.isostress.tls.TlsSettings;
import io.github.isostress.wire.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The part of {@link HostArguments} that says who connects to whom, and over which TLS. */
final class DirectionArguments {
    private static final String CONNECT = "connect";
    private static final String TLS = "tls";
    private static final String CLIENT_CERTIFICATE = "require-client-certificate";

    /** Options that do nothing alone, each with the options of which one must be given. */
    private static final Map<String, List<String>> BELONGS_TO = Map.of(
            "connections",
            List.of(CONNECT),
            "reconnect-pause",
            List.of(CONNECT),
            "key-store",
            List.of(TLS),
            "key-store-password",
            List.of(TLS),
            CLIENT_CERTIFICATE,
            List.of(TLS),
            "any-host-name",
            List.of(CONNECT),
            "trust-store",
            List.of(CLIENT_CERTIFICATE, CONNECT),
            "trust-store-password",
            List.of(CLIENT_CERTIFICATE, CONNECT));

    /** What is of no use to a host that connects. */
    private static final Set<String> LISTENING_ONLY = Set.of("address", CLIENT_CERTIFICATE);

    /** What a host that connects uses with TLS alone. */
    private static final Set<String> TLS_ONLY = Set.of("any-host-name", "trust-store", "trust-store-password");

    private final HostArguments arguments;

    DirectionArguments(HostArguments arguments) {
        this.arguments = arguments;
    }

    /**
     * Refuses an option that does nothing beside the others.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    static void requireEffect(String name, Predicate<String> isSet) {
        List<String> others = BELONGS_TO.getOrDefault(name, List.of());
        if (!others.isEmpty() && others.stream().noneMatch(isSet)) {
            throw new IllegalArgumentException(
                    "--" + name + " does nothing without --" + String.join(" or --", others));
        }
        if (TLS_ONLY.contains(name) && !isSet.test(TLS)) {
            throw new IllegalArgumentException("--" + name + " does nothing without --" + TLS);
        }
        if (LISTENING_ONLY.contains(name) && isSet.test(CONNECT)) {
            throw new IllegalArgumentException("--" + name + " does nothing with --" + CONNECT);
        }
    }

    HostDirection direction(Framing framing) {
        boolean isTls = arguments.isSet(TLS);
        return arguments.isSet(CONNECT)
                ? new HostDirection.Connect(
                        endpoints(),
                        framing,
                        isTls ? Optional.of(clientTls()) : Optional.empty(),
                        arguments.number("connections"),
                        ReconnectPause.parse(arguments.value("reconnect-pause")))
                : new HostDirection.Listen(
                        arguments.value("address"),
                        arguments.number("port"),
                        isTls ? Optional.of(serverTls()) : Optional.empty());
    }

    private List<Endpoint> endpoints() {
        try {
            return Endpoint.parse(arguments.value(CONNECT), arguments.value("port"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--" + CONNECT + ": " + e.getMessage(), e);
        }
    }

    private HostTls serverTls() {
        boolean required = arguments.isSet(CLIENT_CERTIFICATE);
        return new HostTls(
                Path.of(arguments.value("key-store")),
                arguments.value("key-store-password"),
                required,
                required ? Path.of(arguments.value("trust-store")) : null,
                arguments.value("trust-store-password"));
    }

    private TlsSettings clientTls() {
        ClientKey key = arguments.isSet("key-store")
                ? new ClientKey(Path.of(arguments.value("key-store")), arguments.value("key-store-password"), null, "")
                : ClientKey.NONE;
        HostTrust trust = new HostTrust(
                Path.of(arguments.value("trust-store")),
                arguments.value("trust-store-password"),
                false,
                !arguments.isSet("any-host-name"));
        return new TlsSettings(key, trust, TlsOffer.DEFAULT, SessionResumption.FULL);
    }
}
