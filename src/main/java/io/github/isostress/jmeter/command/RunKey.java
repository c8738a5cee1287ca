package io.github.isostress.jmeter.command;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.health.gate.Gates;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.jmeter.setting.SettingCheck;
import io.github.isostress.jmeter.setting.SettingChecks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be set of a run without a plan: a key of its file, and an option. In the order in which they are told. */
enum RunKey {
    HOST(
            Kind.TEXT,
            "",
            SettingChecks.of(schema().host),
            "name or address, several separated by commas; embedded: a host in this JVM"),
    PORT(
            Kind.TEXT,
            "",
            SettingCheck.whole(1, 65_535),
            "the host's port; needed unless the host has one (10.1.2.3:5000) or is embedded"),
    USE_TLS(Kind.SWITCH, "false", yesOrNo(), "TLS instead of plain TCP"),
    WORKERS(Kind.TEXT, "20", SettingCheck.whole(1, 100_000), "threads, each with a connection of its own"),
    KEEP(Kind.TEXT, "thread", SettingChecks.of(schema().keep), "how connections are kept, such as shared 2"),
    RPS(
            Kind.TEXT,
            "200",
            SettingChecks.of(Iso8583RateTimerSchema.INSTANCE.rate),
            "requests a second over all workers, such as 500 or 100 to 1000 in 60 s; 0: as fast as possible"),
    TEST_DURATION_SECS(Kind.TEXT, "60", SettingCheck.whole(1, 604_800), "length of the run, the ramp-up included"),
    RAMP_UP_SECS(Kind.TEXT, "2", SettingCheck.whole(0, 86_400), "time over which the workers connect"),
    ISO_MESSAGE(Kind.TEXT, "", RunKey::hexProblem, "a whole message in hex digits, in place of the built-in purchase"),
    TEMPLATE(Kind.FILE, "", SettingCheck.NONE, "a file with the lines of a template, in place of the purchase"),
    CLIENT_CERT_PFX(Kind.FILE, "", SettingCheck.NONE, "client certificate and key: PFX, PEM, JKS and others"),
    CLIENT_CERT_PASSWORD(
            Kind.SECRET,
            "",
            SettingCheck.NONE,
            "its password: in the first line of a file, in an environment variable, or asked for"),
    CA_CERT(
            Kind.FILE,
            "",
            SettingCheck.NONE,
            "the CA that issued the host's certificate; without it, those that this Java trusts"),
    TRUST_ALL(Kind.SWITCH, "false", yesOrNo(), "accept any certificate, unchecked"),
    FRAMING(Kind.TEXT, "binary2", SettingCheck.readBy(FramingReader::parse), "how messages are cut from the stream"),
    PACKAGER(
            Kind.NAME_OR_FILE,
            "iso87ascii",
            SettingChecks.of(schema().packager),
            "how messages are laid out: a name, or an XML file; none: raw messages"),
    CONNECT_TIMEOUT_MS(
            Kind.TEXT,
            "10000",
            SettingChecks.of(schema().connectTimeout),
            "limit for connecting and the TLS handshake"),
    RESPONSE_TIMEOUT_MS(
            Kind.TEXT,
            "10000",
            SettingChecks.of(Iso8583RequestSchema.INSTANCE.responseTimeout),
            "limit for a whole answer"),
    GATES(Kind.TEXT, "", RunKey::gateProblem, "what the run must achieve, such as p99 < 50 ms; failed < 0.1 %"),
    CALIBRATE(
            Kind.TEXT,
            "",
            SettingCheck.whole(1, 600),
            "seconds in which the run finds out first what this machine can carry"),
    REPORT(Kind.SWITCH, "true", yesOrNo(), "whether the run ends with a report page");

    private static final String HEX = "[0-9A-Fa-f]+";

    private final Kind kind;
    private final String usual;
    private final SettingCheck check;
    private final String meaning;

    RunKey(Kind kind, String usual, SettingCheck check, String meaning) {
        this.kind = kind;
        this.usual = usual;
        this.check = check;
        this.meaning = meaning;
    }

    /** What a value is. */
    enum Kind {
        TEXT,
        SWITCH,
        /** A file, from whose folder it depends which one. */
        FILE,
        /** A file if it has a folder or an ending, else a name. */
        NAME_OR_FILE,
        /** Never shown, nor written. */
        SECRET
    }

    private static Iso8583ConnectionSchema schema() {
        return Iso8583ConnectionSchema.INSTANCE;
    }

    private static SettingCheck yesOrNo() {
        return SettingCheck.oneOf(List.of("true", "false"));
    }

    private static Optional<String> hexProblem(String text) {
        String digits = text.replaceAll("\\s", "");
        return digits.matches(HEX) && digits.length() % 2 == 0
                ? Optional.empty()
                : Optional.of("a message is written in pairs of hex digits");
    }

    private static Optional<String> gateProblem(String text) {
        return Gates.parse(text).faults().stream().findFirst();
    }

    /** All names, as in the file. */
    static List<String> keys() {
        return Arrays.stream(values()).map(RunKey::key).toList();
    }

    /** The one of that name in the file; empty if there is none. */
    static Optional<RunKey> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** The name in the file, which is that of the plan's property, too. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String option() {
        return "--" + key().replace('_', '-');
    }

    Kind kind() {
        return kind;
    }

    /** The value if nothing is said; may be empty. */
    String usual() {
        return usual;
    }

    String meaning() {
        return meaning;
    }

    /** What is wrong with a value, in words that show no secret; empty if nothing is. */
    Optional<String> problem(String value) {
        if (value.contains("${")) {
            return Optional.of("an expression (${...}) works in a template only");
        }
        return check.problem(value);
    }
}
