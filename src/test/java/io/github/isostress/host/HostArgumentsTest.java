package io.github.isostress.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.connect.ReconnectPause;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.tls.ClientKey;
import io.github.isostress.tls.HostTrust;
import io.github.isostress.tls.TlsSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostArgumentsTest {
    private static HostSettings settings(String line) {
        return arguments(line).settings();
    }

    private static HostDirection.Listen listening(HostSettings settings) {
        return (HostDirection.Listen) settings.direction();
    }

    private static HostArguments arguments(String line) {
        return new HostArguments(line.isEmpty() ? new String[0] : line.split(" "));
    }

    @Test
    void shouldListenOnLoopbackWithoutTlsWhenNothingIsGiven() {
        HostSettings settings = settings("");

        assertThat(listening(settings).address()).isEqualTo("127.0.0.1");
        assertThat(listening(settings).port()).isEqualTo(5000);
        assertThat(settings.framing())
                .hasToString(FramingPreset.BINARY2.framing().toString());
        assertThat(settings.packager().orElseThrow().name()).isEqualTo("iso87ascii");
        assertThat(listening(settings).tls()).isEmpty();
    }

    @Test
    void shouldTakeEveryOptionWhenGiven() {
        HostSettings settings = settings("--port 0 --address 0.0.0.0 --framing tpdu --packager cmf");

        assertThat(listening(settings).address()).isEqualTo("0.0.0.0");
        assertThat(listening(settings).port()).isZero();
        assertThat(settings.framing()).hasToString(FramingPreset.TPDU.framing().toString());
        assertThat(settings.packager().orElseThrow().name()).isEqualTo("cmf");
    }

    @Test
    void shouldHaveNoPackagerWhenItIsNone() {
        assertThat(settings("--packager none").packager()).isEmpty();
    }

    @Test
    void shouldTakeAFramingOfSeveralWordsWhenItIsOneArgument() {
        HostSettings settings = new HostArguments(new String[] {"--framing", "binary2 max=10 inclusive"}).settings();

        assertThat(settings.framing().inclusive()).isTrue();
        assertThat(settings.framing().maxLength()).isEqualTo(10);
    }

    @Test
    void shouldUseTheDemoCertificatesWhenTlsIsAllThatIsGiven() {
        assertThat(listening(settings("--tls")).tls())
                .contains(new HostTls(Path.of("certs/server.p12"), "changeit", false, null, ""));
        assertThat(listening(settings("--tls --require-client-certificate")).tls())
                .contains(new HostTls(Path.of("certs/server.p12"), "changeit", true, Path.of("certs/ca.pem"), ""));
    }

    @Test
    void shouldUseOtherStoresWhenTheyAreGiven() {
        HostSettings settings = settings("--tls --key-store k.pfx --key-store-password one --require-client-certificate"
                + " --trust-store t.jks --trust-store-password two");

        assertThat(listening(settings).tls())
                .contains(new HostTls(Path.of("k.pfx"), "one", true, Path.of("t.jks"), "two"));
    }

    @Test
    void shouldConnectWhenItIsToldWhereTo() {
        HostDirection.Connect connect = (HostDirection.Connect)
                settings("--connect one:5001,two --port 5002 --connections 3 --reconnect-pause 250")
                        .direction();

        assertThat(connect.place()).isEqualTo("one:5001, two:5002");
        assertThat(connect.connections()).isEqualTo(3);
        assertThat(connect.pause()).isEqualTo(new ReconnectPause(250, 1, 3_600_000, 0));
        assertThat(connect.isTls()).isFalse();
    }

    @Test
    void shouldShowACertificateWhenItConnectsWithTlsAndIsGivenOne() {
        TlsSettings bare = tls("--connect one:5001 --tls");
        assertThat(bare.key()).isEqualTo(ClientKey.NONE);
        assertThat(bare.trust()).isEqualTo(new HostTrust(Path.of("certs/ca.pem"), "", false, true));

        TlsSettings given = tls("--connect one:5001 --tls --key-store k.pfx --key-store-password one"
                + " --trust-store t.jks --trust-store-password two --any-host-name");
        assertThat(given.key()).isEqualTo(new ClientKey(Path.of("k.pfx"), "one", null, ""));
        assertThat(given.trust()).isEqualTo(new HostTrust(Path.of("t.jks"), "two", false, false));
    }

    private static TlsSettings tls(String line) {
        return ((HostDirection.Connect) settings(line).direction())
                .settings()
                .tls()
                .orElseThrow();
    }

    @TempDir
    Path folder;

    @Test
    void shouldHaveNoRulesWhenNoneAreGiven() {
        assertThat(settings("").rules().rules()).isEmpty();
    }

    @Test
    void shouldTakeEveryRuleInItsOrderWhenSeveralAreGiven() {
        HostSettings settings = new HostArguments(
                        new String[] {"--rule", "mti 0200 : close", "--port", "0", "--rule", "always : reset"})
                .settings();

        assertThat(settings.rules().rules())
                .extracting(rule -> rule.script().steps().get(0).name())
                .containsExactly("close", "reset");
    }

    @Test
    void shouldTakeTheFilesRulesWhenItIsGiven() throws Exception {
        Path file = Files.writeString(folder.resolve("rules.txt"), "# two\nevery 2 : close\nevery 3 : reset\n");

        HostSettings settings = new HostArguments(new String[] {"--rules", file.toString()}).settings();

        assertThat(settings.rules().rules()).hasSize(2);
    }

    @Test
    void shouldRefuseTheRulesFileWhenItIsNoText() throws Exception {
        Path file = Files.write(folder.resolve("rules.bin"), new byte[] {(byte) 0xFF, (byte) 0xFE});

        assertThatThrownBy(() -> new HostArguments(new String[] {"--rules", file.toString()}).settings())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rules file " + file + " cannot be read as UTF-8 text");
    }

    @Test
    void shouldNameTheRuleWhenItCannotBeRead() {
        assertThatThrownBy(() -> new HostArguments(new String[] {"--rule", "always : close", "--rule", "mti : reset"})
                        .settings())
                .hasMessage("rules, line 2: message type is missing after 'mti'");
    }

    @Test
    void shouldRefuseRulesFromTwoPlacesWhenBothAreGiven() {
        assertThatThrownBy(() -> new HostArguments(new String[] {"--rules", "file", "--rule", "always : close"}))
                .hasMessage("--rules and --rule cannot be given together: which is first?");
    }

    @Test
    void shouldTakeTheLastWhenAnOptionIsGivenTwice() {
        assertThat(listening(settings("--port 1 --port 2")).port()).isEqualTo(2);
    }

    @Test
    void shouldKnowHelpWhenAsked() {
        assertThat(arguments("--help").isSet("help")).isTrue();
        assertThat(arguments("").isSet("help")).isFalse();
        assertThat(HostArguments.USAGE)
                .contains(
                        "--port",
                        "--address",
                        "--connect ",
                        "--connections",
                        "--reconnect-pause",
                        "--any-host-name",
                        "--framing",
                        "--packager",
                        "--rule ",
                        "--rules ",
                        "--seal ",
                        "--seals ",
                        "--keys ",
                        "--keys-password-variable ",
                        "--tls",
                        "--key-store",
                        "--key-store-password",
                        "--require-client-certificate",
                        "--trust-store",
                        "--trust-store-password",
                        "--help");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seals file --seal line | --seals and --seal cannot be given together: which is first?",
                "--keys-password-variable V | --keys-password-variable does nothing without --keys",
                "--colour | '--colour' is no option; --help lists them",
                "port 5000 | 'port' is no option; --help lists them",
                "--port=5000 | '--port=5000' is no option; --help lists them",
                "--tls yes | 'yes' is no option; --help lists them",
                "-- | '--' is no option; --help lists them",
                "--port | --port needs a value",
                "--tls --key-store | --key-store needs a value",
                "--port five | --port five is no whole number",
                "--port 99999999999 | --port 99999999999 is no whole number",
                "--port -1 | port -1 is outside 0 to 65535",
                "--port 65536 | port 65536 is outside 0 to 65535",
                "--framing etx2 | framing 'etx2' is none of none, binary2, binary2-inclusive, binary2-le, binary4, bcd2, ascii4, hex4, tpdu, visa, visa-base1, etx",
                "--rules nix | rules file nix does not exist",
                "--rule | --rule needs a value",
                "--key-store k.p12 | --key-store does nothing without --tls",
                "--key-store-password p | --key-store-password does nothing without --tls",
                "--require-client-certificate | --require-client-certificate does nothing without --tls",
                "--tls --trust-store t.pem | --trust-store does nothing without --require-client-certificate or --connect",
                "--tls --trust-store-password t | --trust-store-password does nothing without --require-client-certificate or --connect",
                "--connect h:1 --trust-store t.pem | --trust-store does nothing without --tls",
                "--connect h:1 --any-host-name | --any-host-name does nothing without --tls",
                "--tls --any-host-name | --any-host-name does nothing without --connect",
                "--connections 2 | --connections does nothing without --connect",
                "--reconnect-pause 100 | --reconnect-pause does nothing without --connect",
                "--connect h:1 --address 0.0.0.0 | --address does nothing with --connect",
                "--connect h:1 --tls --require-client-certificate | --require-client-certificate does nothing with --connect",
                "--connect h:x | --connect: host 'h:x': port 'x' is no whole number",
                "--connect h:1 --connections 0 | connections 0 is outside 1 to 1000",
                "--connect h:1 --connections 1001 | connections 1001 is outside 1 to 1000",
                "--connect h:1 --connections two | --connections two is no whole number",
                "--connect h:1 --reconnect-pause soon | reconnect pause 'soon' is not 'none' or such as '100 x2 max 10000 jitter 20%' (ms; factor, maximum and jitter may be left out)",
                "--connect h:1 --reconnect-pause none | reconnect pause: a host that connects never gives up, so it needs 10 ms at least",
                "--packager nix | packager 'nix' is none of iso87ascii, iso87binary, iso93ascii, iso93binary, cmf, none, and there is no file nix",
            })
    void shouldRefuseWithOneSentenceWhenAnOptionIsWrong(String line, String sentence) {
        assertThatThrownBy(() -> settings(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
