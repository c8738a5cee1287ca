package io.github.isostress.host;

import io.github.isostress.framing.Framing;
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
            Usage: java -jar jmeter-iso-stress.jar host [OPTIONS]
            An ISO 8583 host that approves every request, but for what its rules say.

              --port N                       the port to listen on; 0 for a free one (5000)
              --address A                    the local address to listen on (127.0.0.1); 0.0.0.0 for all
              --connect HOSTS                connect to these names or addresses instead of listening,
                                             each with :port or at --port
              --connections N                how many connections to keep open (1)
              --reconnect-pause P            before connecting again (100 x2 max 10000 jitter 20%)
              --framing F                    a preset, changed where needed (binary2)
              --packager P                   iso87ascii, iso87binary, iso93ascii, iso93binary, cmf, an XML
                                             file, or none to send each message back as it came
                                             (iso87ascii)
              --rule "CONDITION : BEHAVIOUR" a rule, as "every 100 : no answer"; may be given several
                                             times, and the first that fits acts
              --rules FILE                   the rules in a file, one a line
              --seal "LINE"                  what to verify or sign, as "verify 64:= mac key=MAK"; may be
                                             given several times
              --seals FILE                   such lines in a file
              --keys FILE                    the keys that they name
              --keys-password-variable V     the environment variable with the password of an enciphered
                                             key file (ISO8583_KEYS_PASSWORD)
              --return-secrets               answers have the requests' PIN block, tracks, other secrets
                                             and MAC, too
              --tls                          TLS instead of plain TCP
              --key-store FILE               PKCS#12 or JKS with the host's certificate and key
                                             (certs/server.p12; with --connect none)
              --key-store-password P         (changeit)
              --require-client-certificate   turn clients without a trusted certificate away
              --trust-store FILE             the CAs of clients, or with --connect of the system, as PEM,
                                             PKCS#12 or JKS (certs/ca.pem)
              --trust-store-password P       (empty)
              --any-host-name                with --connect: take a certificate for another name, too
              -h, --help                     this text

            Conditions: mti 0200,04x0   amount 5000-5999   de 41 TERM0001   every 100   share 2%   always
                        bytes 1 A0   on connect   after 30 s   every 60 s
            Behaviours: approve   decline 51   decline 51 60%, 05 40%   no answer   close   reset
                        cut 10 bytes   cut 50% then close   byte by byte 5   two in one packet   twice
                        late 500   wrong key   wrong key 37   wrong mti   garbage
                        garbage without frame   oversize length   drop all connections
                        change 1 to A1   new key ZPK in 48 as tr31 under TMK
                        forward to 127.0.0.1:8001 takes 2 ms timeout 5 s
                        forward to clients on 127.0.0.1:8001
                        before any of them, with "then": delay 20   delay uniform 50-200
                        delay lognormal 5 0.5 max 100   wrong mac   wrong arpc   without mac
                        without arpc   speak first   stop accepting 5 s

            Ctrl+C ends it and prints what happened.
            """;

    private static final String HELP = "help";
    private static final Set<String> SWITCHES =
            Set.of("tls", "require-client-certificate", "return-secrets", "any-host-name", HELP);
    private static final String RULE = "rule";
    private static final String RULES = "rules";
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("port", "5000"),
            Map.entry("address", "127.0.0.1"),
            Map.entry("connect", ""),
            Map.entry("connections", "1"),
            Map.entry("reconnect-pause", "100 x2 max 10000 jitter 20%"),
            Map.entry("framing", "binary2"),
            Map.entry("packager", "iso87ascii"),
            Map.entry(RULES, ""),
            Map.entry(SealArguments.SEALS, ""),
            Map.entry(SealArguments.KEYS, ""),
            Map.entry(SealArguments.PASSWORD_VARIABLE, "ISO8583_KEYS_PASSWORD"),
            Map.entry("key-store", "certs/server.p12"),
            Map.entry("key-store-password", DemoCertificates.PASSWORD),
            Map.entry("trust-store", "certs/ca.pem"),
            Map.entry("trust-store-password", ""));

    private final Map<String, String> given = new LinkedHashMap<>();
    /** Of options that may be given several times. */
    private final Map<String, List<String>> lines =
            Map.of(RULE, new ArrayList<>(), SealArguments.SEAL, new ArrayList<>());

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
            } else if (!DEFAULTS.containsKey(name) && !lines.containsKey(name)) {
                throw new IllegalArgumentException("'" + arguments[i] + "' is no option; --help lists them");
            } else if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("--" + name + " needs a value");
            } else {
                take(name, arguments[++i]);
            }
        }
        requireNothingIdle();
    }

    /** Whether an argument is one of those that {@link #USAGE} lists, but for {@code --help}, which others have, too. */
    static boolean isOption(String argument) {
        String name = argument.startsWith("--") ? argument.substring(2) : "";
        return DEFAULTS.containsKey(name)
                || name.equals(RULE)
                || name.equals(SealArguments.SEAL)
                || SWITCHES.contains(name) && !name.equals(HELP);
    }

    private void take(String name, String value) {
        if (lines.containsKey(name)) {
            lines.get(name).add(value);
        } else {
            given.put(name, value);
        }
    }

    private void requireNothingIdle() {
        given.keySet().forEach(name -> DirectionArguments.requireEffect(name, this::isSet));
        if (isSet(SealArguments.PASSWORD_VARIABLE) && !isSet(SealArguments.KEYS)) {
            throw new IllegalArgumentException(
                    "--" + SealArguments.PASSWORD_VARIABLE + " does nothing without --" + SealArguments.KEYS);
        }
        requireOneOf(RULE, RULES);
        requireOneOf(SealArguments.SEAL, SealArguments.SEALS);
    }

    private void requireOneOf(String line, String file) {
        if (isSet(file) && !lines.get(line).isEmpty()) {
            throw new IllegalArgumentException(
                    "--" + file + " and --" + line + " cannot be given together: which is first?");
        }
    }

    boolean isSet(String name) {
        return given.containsKey(name);
    }

    String value(String name) {
        return given.getOrDefault(name, DEFAULTS.get(name));
    }

    HostSettings settings() {
        Optional<IsoPackager> packager = Packagers.find(value("packager"), Path::of);
        Framing framing = FramingReader.parse(value("framing"));
        return new HostSettings(
                new DirectionArguments(this).direction(framing),
                framing,
                packager,
                HostRules.parse(lines(RULE, RULES), packager),
                new SealArguments(this, System::getenv).seals(packager),
                isSet("return-secrets"));
    }

    /** The lines of an option that may be given several times, or of the file that is given instead. */
    String lines(String line, String files) {
        if (!isSet(files)) {
            return String.join("\n", lines.get(line));
        }
        Path file = Path.of(value(files));
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(files + " file " + file + " does not exist");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(files + " file " + file + " cannot be read as UTF-8 text", e);
        }
    }

    /** Reads a whole number. */
    int number(String name) {
        try {
            return Integer.parseInt(value(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " " + value(name) + " is no whole number", e);
        }
    }
}
