package io.github.isostress.host;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.host.rule.HostRules;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command line of {@link HostMain}. */
final class HostArguments {
    static final String USAGE = """
            An ISO 8583 host that approves every request, but for what its rules say.

              --port N                        the port to listen on; 0 for a free one (5000)
              --address A                     the local address to listen on (127.0.0.1; 0.0.0.0 for all)
              --framing F                     a preset, changed where needed (binary2)
              --packager P                    iso87ascii, iso87binary, iso93ascii, iso93binary, cmf, an XML file,
                                              or none to send every message back as it came (iso87ascii)
              --rule "CONDITION : BEHAVIOUR"  a rule, as "every 100 : no answer"; may be given several times, and
                                              the first that fits acts
              --rules FILE                    the rules in a file, one a line
              --return-secrets                answers have the requests' PIN block, tracks, other secrets and MAC, too
              --tls                           TLS instead of plain TCP
              --key-store FILE                PKCS#12 or JKS with the host's certificate and key (certs/server.p12)
              --key-store-password P          (changeit)
              --require-client-certificate    turn clients without a trusted certificate away
              --trust-store FILE              the clients' CAs as PEM, PKCS#12 or JKS (certs/ca.pem)
              --trust-store-password P        (empty)
              --help                          this text

            Conditions: mti 0200,04x0   amount 5000-5999   de 41 TERM0001   every 100   share 2%   always
                        on connect   after 30 s   every 60 s
            Behaviours: approve   decline 51   decline 51 60%, 05 40%   no answer   close   reset   cut 10 bytes
                        cut 50% then close   byte by byte 5   two in one packet   twice   late 500   wrong key
                        wrong key 37   wrong mti   garbage   garbage without frame   oversize length
                        drop all connections   forward to 127.0.0.1:8001 takes 2 ms timeout 5 s
                        forward to clients on 127.0.0.1:8001
                        before any of them, with "then": delay 20   delay uniform 50-200
                        delay lognormal 5 0.5 max 100   speak first   stop accepting 5 s

            Ctrl+C ends it and prints what happened.
            """;

    private static final Set<String> SWITCHES = Set.of("tls", "require-client-certificate", "return-secrets", "help");
    private static final String RULE = "rule";
    private static final String RULES = "rules";
    private static final Map<String, String> DEFAULTS = Map.of(
            "port",
            "5000",
            "address",
            "127.0.0.1",
            "framing",
            "binary2",
            "packager",
            "iso87ascii",
            RULES,
            "",
            "key-store",
            "certs/server.p12",
            "key-store-password",
            DemoCertificates.PASSWORD,
            "trust-store",
            "certs/ca.pem",
            "trust-store-password",
            "");

    /** Options that do nothing alone, each with the option it needs. */
    private static final Map<String, String> BELONGS_TO = Map.of(
            "key-store", "tls",
            "key-store-password", "tls",
            "require-client-certificate", "tls",
            "trust-store", "require-client-certificate",
            "trust-store-password", "require-client-certificate");

    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<String> ruleLines = new ArrayList<>();

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    HostArguments(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (SWITCHES.contains(name)) {
                given.put(name, "true");
            } else if (!DEFAULTS.containsKey(name) && !name.equals(RULE)) {
                throw new IllegalArgumentException("'" + arguments[i] + "' is no option; --help lists them");
            } else if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("--" + name + " needs a value");
            } else {
                take(name, arguments[++i]);
            }
        }
        requireNothingIdle();
    }

    private void take(String name, String value) {
        if (name.equals(RULE)) {
            ruleLines.add(value);
        } else {
            given.put(name, value);
        }
    }

    private void requireNothingIdle() {
        for (String name : given.keySet()) {
            String other = BELONGS_TO.get(name);
            if (other != null && !isSet(other)) {
                throw new IllegalArgumentException("--" + name + " does nothing without --" + other);
            }
        }
        if (isSet(RULES) && !ruleLines.isEmpty()) {
            throw new IllegalArgumentException("--rules and --rule cannot be given together: which is first?");
        }
    }

    boolean isSet(String name) {
        return given.containsKey(name);
    }

    private String value(String name) {
        return given.getOrDefault(name, DEFAULTS.get(name));
    }

    HostSettings settings() {
        Optional<IsoPackager> packager = Packagers.find(value("packager"), Path::of);
        return new HostSettings(
                direction(),
                FramingReader.parse(value("framing")),
                packager,
                HostRules.parse(isSet(RULES) ? rulesFile() : String.join("\n", ruleLines), packager),
                isSet("return-secrets"));
    }

    private HostDirection direction() {
        return new HostDirection.Listen(value("address"), port(), isSet("tls") ? Optional.of(tls()) : Optional.empty());
    }

    private String rulesFile() {
        Path file = Path.of(value(RULES));
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("rules file " + file + " does not exist");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("rules file " + file + " cannot be read as UTF-8 text", e);
        }
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
