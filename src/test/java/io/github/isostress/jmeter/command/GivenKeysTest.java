package io.github.isostress.jmeter.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file and options say of a run, and what is told of a mistake in them. */
@ExtendWith(JMeterEnvironment.class)
class GivenKeysTest {
    private static final String SECRET = "s3cretWord";
    private static final Map<RunKey, String> RIGHT = Map.ofEntries(
            Map.entry(RunKey.HOST, "10.0.0.1"),
            Map.entry(RunKey.PORT, "5001"),
            Map.entry(RunKey.USE_TLS, "true"),
            Map.entry(RunKey.WORKERS, "50"),
            Map.entry(RunKey.KEEP, "shared 2"),
            Map.entry(RunKey.RPS, "100 to 1000 in 60 s"),
            Map.entry(RunKey.TEST_DURATION_SECS, "90"),
            Map.entry(RunKey.RAMP_UP_SECS, "0"),
            Map.entry(RunKey.ISO_MESSAGE, "30 32 30 30"),
            Map.entry(RunKey.TEMPLATE, "file"),
            Map.entry(RunKey.CLIENT_CERT_PFX, "file"),
            Map.entry(RunKey.CLIENT_CERT_PASSWORD, SECRET),
            Map.entry(RunKey.CA_CERT, "file"),
            Map.entry(RunKey.TRUST_ALL, "true"),
            Map.entry(RunKey.FRAMING, "ascii4"),
            Map.entry(RunKey.PACKAGER, "iso93binary"),
            Map.entry(RunKey.CONNECT_TIMEOUT_MS, "500"),
            Map.entry(RunKey.RESPONSE_TIMEOUT_MS, "700"),
            Map.entry(RunKey.GATES, "p99 < 50 ms; failed < 0.1 %"),
            Map.entry(RunKey.CALIBRATE, "5"),
            Map.entry(RunKey.REPORT, "false"));

    @TempDir
    Path folder;

    private final GivenKeys keys = new GivenKeys();

    @BeforeEach
    void writeTheFilesThatAreNamed() throws IOException {
        for (String name : new String[] {"file", "client.pfx", "lines.txt"}) {
            Files.writeString(folder.resolve(name), "0 0800");
        }
    }

    private RunSettings of(String json) throws IOException {
        keys.takeFile(Files.writeString(folder.resolve("config.json"), json));
        return keys.checked();
    }

    @Test
    void shouldReadEveryKeyWhenTheFileIsOneOfTheFirstTool() throws IOException {
        RunSettings settings = of("{\"host\":\"10.0.0.1\",\"port\":5000,\"use_tls\":true,\"workers\":50,\"rps\":500,"
                + "\"test_duration_secs\":60,\"iso_message\":\"0200B238\",\"client_cert_pfx\":\"client.pfx\","
                + "\"client_cert_password\":\"" + SECRET + "\"}");

        assertThat(settings.given(RunKey.HOST)).contains("10.0.0.1");
        assertThat(settings.given(RunKey.PORT)).contains("5000");
        assertThat(settings.is(RunKey.USE_TLS)).isTrue();
        assertThat(settings.given(RunKey.WORKERS)).contains("50");
        assertThat(settings.given(RunKey.RPS)).contains("500");
        assertThat(settings.seconds()).isEqualTo(60);
        assertThat(settings.given(RunKey.ISO_MESSAGE)).contains("0200B238");
        assertThat(settings.given(RunKey.CLIENT_CERT_PFX))
                .contains(folder.resolve("client.pfx").toString());
        assertThat(settings.given(RunKey.CLIENT_CERT_PASSWORD)).contains(SECRET);
        assertThat(settings.toString())
                .isEqualTo("10.0.0.1 port 5000 with TLS: 50 workers, 500 requests a second, 60 s");
    }

    @ParameterizedTest
    @EnumSource(RunKey.class)
    void shouldTakeAKeyWhenTheFileOrAnOptionHasIt(RunKey key) throws IOException {
        String value = RIGHT.get(key).replace("file", folder.resolve("file").toString());
        GivenKeys byOption = new GivenKeys();
        byOption.takeOption(RunKey.HOST, "other");
        byOption.takeOption(RunKey.PORT, "1");
        byOption.takeOption(key, value);

        assertThat(byOption.checked().given(key)).contains(value);
        keys.takeOption(RunKey.HOST, "other");
        keys.takeOption(RunKey.PORT, "1");
        assertThat(of("{\"" + key.key() + "\":\"" + value.replace("\\", "\\\\") + "\"}")
                        .given(key))
                .contains(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "hots": "x"                       | config.json: there is no key hots; did you mean host?
            "worker": 5                       | config.json: there is no key worker; did you mean workers?
            "colour": "red"                   | config.json: there is no key colour
            "port": 70000                     | config.json: port: '70000' is outside 1 to 65535
            "port": "http"                    | config.json: port: 'http' is no whole number of 1 to 65535
            "use_tls": "yes"                  | config.json: use_tls: 'yes' is none of: true, false
            "workers": 0                      | config.json: workers: '0' is outside 1 to 100000
            "keep": "shred 2"                 | config.json: keep: keep 'shred 2' is none of
            "rps": "many"                     | config.json: rps: 'many' is no rate
            "rps": -1                         | config.json: rps: '-1' is no rate
            "test_duration_secs": 60.5        | config.json: test_duration_secs: '60.5' is no whole number of 1 to 604800
            "ramp_up_secs": true              | config.json: ramp_up_secs: 'true' is no whole number
            "iso_message": "020"              | config.json: iso_message: a message is written in pairs of hex digits
            "template": "none.txt"            | none.txt' is no file on this machine that can be read
            "framing": "binary9"              | config.json: framing: framing 'binary9' is none of
            "packager": "iso78ascii"          | did you mean iso87ascii?
            "packager": "own.xml"             | own.xml
            "connect_timeout_ms": 0           | config.json: connect_timeout_ms: '0' is outside 1 to 3600000
            "response_timeout_ms": "2 s"      | config.json: response_timeout_ms:
            "gates": "p99 < 50"               | config.json: gates: 'p99 < 50' is no gate
            "calibrate": 0                    | config.json: calibrate: '0' is outside 1 to 600
            "report": "no"                    | config.json: report: 'no' is none of: true, false
            "gates": "${GATES}"               | config.json: gates: an expression (${...}) works in a template only
            "use_tls": true, "ca_cert": "no"  | ' is no file on this machine that can be read
            "gates": ["verdict valid"]        | config.json: gates: it needs one value, not an object or a list
            "iso_message": "00", "template": "lines.txt" | config.json: template: the message is given by config.json: iso_message, too: leave one out
            """)
    void shouldTellWhatAndWhereAndWhichRuleWhenAKeyIsWrong(String members, String sentence) {
        keys.takeOption(RunKey.HOST, "10.0.0.1");
        keys.takeOption(RunKey.PORT, "5000");

        assertThatThrownBy(() -> of("{\"client_cert_password\": \"" + SECRET + "\", " + members.strip() + "}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence.strip())
                .message()
                .doesNotContain(SECRET)
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"host": s3cretWord}               | is no JSON that can be read, line 1, column
            {"host": "a", "host": "b"}         | is no JSON that can be read, line 1, column 21: key host stands twice
            {"host": "a"} {"port": 1}          | is no JSON that can be read, line 1, column
            ["host"]                           | is no JSON object, as in {"port": 5000}
            {"port": 5000}                     | host is missing: write the name or the address of the host to test, or embedded for one in this JVM
            {"host": "", "port": null}         | host is missing
            {"host": "10.0.0.1"}               | port is missing: write the port of the host to test
            """)
    void shouldSayInOneSentenceWhatIsWrongWhenTheFileIsNoConfiguration(String json, String sentence) {
        Throwable refusal = catchThrowable(() -> of(json));

        assertThat(refusal).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(sentence.strip());
        assertThat(refusal.getMessage()).doesNotContain(SECRET).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void shouldReadTheFileWhenAnEditorHasMarkedItsEncoding(String encoding) throws IOException {
        String marked = "\uFEFF{\"host\": \"10.0.0.1\", \"port\": 5000}";
        keys.takeFile(Files.write(folder.resolve("config.json"), marked.getBytes(Charset.forName(encoding))));

        assertThat(keys.checked().given(RunKey.HOST)).contains("10.0.0.1");
    }

    @Test
    void shouldTellOfEveryMistakeAtOnceWhenThereAreSeveral() {
        assertThatThrownBy(() -> of("{\"hots\": \"a\", \"port\": 0, \"workers\": 0}"))
                .hasMessageContainingAll("no key hots", "port:", "workers:", "host is missing")
                .message()
                .hasLineCount(4);
    }

    @Test
    void shouldGoBeforeTheFileWhenAnOptionSaysSomethingElse() throws IOException {
        keys.takeFile(Files.writeString(folder.resolve("config.json"), "{\"host\": \"a\", \"port\": 0, \"rps\": 1}"));
        keys.takeOption(RunKey.PORT, "5");

        RunSettings settings = keys.checked();
        assertThat(settings.value(RunKey.PORT)).isEqualTo("5");
        assertThat(settings.value(RunKey.RPS)).isEqualTo("1");
        assertThat(settings.value(RunKey.WORKERS)).isEqualTo("20");
    }

    @Test
    void shouldNeedNoPortWhenTheHostHasOneOrIsEmbedded() throws IOException {
        assertThat(of("{\"host\": \"a:1, b:2\"}").given(RunKey.PORT)).isEmpty();

        RunSettings embedded = of("{\"host\": \"embedded\"}");
        assertThat(embedded.isEmbedded()).isTrue();
        assertThat(embedded.given(RunKey.HOST)).isEmpty();
    }

    @Test
    void shouldSayWhatHasNoEffectWhenThereIsNoTls() throws IOException {
        of("{\"host\": \"a\", \"port\": 1, \"use_tls\": false, \"client_cert_pfx\": \"gone.pfx\"}");

        assertThat(keys.remarks()).containsExactly("config.json: client_cert_pfx: not used, as use_tls is not true");
    }
}
