package io.github.isostress.host;

import io.github.isostress.message.Packagers;
import io.github.isostress.wire.FramingText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command line of {@link HostMain}. */
final class HostArguments {
    static final String USAGE = """
            An ISO 8583 host that approves every request.

              --port N                        the port to listen on; 0 for a free one (5000)
              --address A                     the local address to listen on (127.0.0.1; 0.0.0.0 for all)
              --framing F                     a preset, changed where needed (binary2)
              --packager P                    iso87ascii, iso87binary, iso93ascii, iso93binary, cmf, an XML file,
                                              or none to send every message back as it came (iso87ascii)
              --tls                           TLS instead of plain TCP
              --key-store FILE                PKCS#12 or JKS with the host's certificate and key (certs/server.p12)
              --key-store-password P          (changeit)
              --require-client-certificate    turn clients without a trusted certificate away
              --trust-store FILE              the clients' CAs as PEM, PKCS#12 or JKS (certs/ca.pem)
              --trust-store-password P        (empty)
              --help                          this text

            Ctrl+C ends it and prints what happened.
            """;

    private static final Set<String> SWITCHES = Set.of("tls", "require-client-certificate", "help");
    private static final Map<String, String> DEFAULTS = Map.of(
            "port", "5000",
            "address", "127.0.0.1",
            "framing", "binary2",
            "packager", "iso87ascii",
            "key-store", "certs/server.p12",
            "key-store-password", DemoCertificates.PASSWORD,
            "trust-store", "certs/ca.pem",
            "trust-store-password", "");

    private final Map<String, String> given = new LinkedHashMap<>();

    /**
     * Takes a command line apart.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    HostArguments(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (SWITCHES.contains(name)) {
                given.put(name, "true");
            } else if (!DEFAULTS.containsKey(name)) {
                throw new IllegalArgumentException("'" + arguments[i] + "' is no option; --help lists them");
            } else if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("--" + name + " needs a value");
            } else {
                given.put(name, arguments[++i]);
            }
        }
    }

    boolean isSet(String name) {
        return given.containsKey(name);
    }

    private String value(String name) {
        return given.getOrDefault(name, DEFAULTS.get(name));
    }

    /** The settings, checked. */
    HostSettings settings() {
        return new HostSettings(
                value("address"),
                port(),
                FramingText.parse(value("framing")),
                Packagers.find(value("packager"), Path::of),
                isSet("tls") ? Optional.of(tls()) : Optional.empty());
    }

    private int port() {
        try {
            return Integer.parseInt(value("port"));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port " + value("port") + " is no whole number", e);
        }
    }

    private HostTls tls() {
        boolean required = isSet("require-client-certificate");
        return new HostTls(
                Path.of(value("key-store")),
                value("key-store-password"),
                required,
                required ? Path.of(value("trust-store")) : null,
                value("trust-store-password"));
    }
}
