package io.github.isostress.jmeter.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.PlanHosts.PlanHost;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a connection's settings mean, in words. */
@ExtendWith(JMeterEnvironment.class)
class ConnectionWordsTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;

    private final Iso8583Connection connection = new Iso8583Connection();
    private final List<PlanHost> hosts = new ArrayList<>();

    @BeforeEach
    void setPort() {
        connection.set(SCHEMA.port, "5000");
        connection.set(SCHEMA.listenPort, "8000");
    }

    private Meaning way() {
        return ConnectionWords.of(connection, List.of(), Map.of(), hosts).way();
    }

    private Meaning life(String... matchElements) {
        List<Iso8583Request> requests =
                Stream.of(matchElements).map(ConnectionWordsTest::matching).toList();
        return ConnectionWords.of(connection, requests, Map.of(), hosts).life();
    }

    private static Iso8583Request matching(String elements) {
        Iso8583Request request = new Iso8583Request();
        request.set(Iso8583RequestSchema.INSTANCE.matchElements, elements);
        return request;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    thread          | One connection a thread, one request under way. It is kept until the thread ends.
                    iteration       | One connection a thread, one request under way. It is closed after each iteration.
                    sample          | One connection a thread, one request under way. It is closed after each sample.
                    20 samples      | One connection a thread, one request under way. It is closed after 20 samples.
                    pool of 10      | 10 connections, lent to one sample at a time. A sample waits at most 10 s for a free one.
                    pool links of 1 | 1 connection, in the pool 'links', lent to one sample at a time. A sample waits at most 10 s for a free one.
                    shared 2        | 2 connections for all threads, each with any number of requests under way, answers matched by MTI and DE 11. A request goes to the one with the fewest under way.
                    shared links 1  | 1 connection for all threads, named 'links', with any number of requests under way, answers matched by MTI and DE 11.
                    """)
    void shouldSayWhatAShapeIsWhenWeConnect(String keep, String words) {
        connection.set(SCHEMA.keep, keep);

        assertThat(life("11")).isEqualTo(new Meaning(words, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    thread     | Each thread takes a client of its own on port 8000, one request under way. It is kept until the thread ends.
                    pool of 10 | 10 clients on port 8000, lent to one sample at a time. A sample waits at most 10 s for a free one.
                    shared 50  | Waits for 50 clients on port 8000, then all threads use all clients that are connected, each with any number of requests under way, answers matched by MTI and DE 11. A request goes to the one with the fewest under way.
                    """)
    void shouldSayWhatAShapeIsWhenTheHostConnects(String keep, String words) {
        connection.set(SCHEMA.direction, "the host connects");
        connection.set(SCHEMA.keep, keep);

        assertThat(life("11")).isEqualTo(new Meaning(words, false));
    }

    @Test
    void shouldTellWindowAndTurnWhenTheyAreSet() {
        connection.set(SCHEMA.keep, "shared 2");
        connection.set(SCHEMA.window, "100");
        connection.set(SCHEMA.sharedChoice, "in turn");
        connection.set(SCHEMA.poolWait, "1500");

        assertThat(life("11").words())
                .contains("each with at most 100 requests under way")
                .endsWith("They take the requests in turn. A sample waits at most 1500 ms for room.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    11 37 41 | 11 37 41     | answers matched by MTI, DE 11, DE 37 and DE 41.
                    11, 37   | 11 37        | answers matched by MTI, DE 11 and DE 37.
                    none     | none         | answers matched by the MTI alone.
                    in order | in order     | answers taken in the order of the requests.
                    11       | 37           | answers matched by MTI and match elements.
                    ${keys}  | ${keys}      | answers matched by MTI and match elements.
                    ''       | ''           | answers matched by MTI and match elements.
                    """)
    void shouldTellHowAnswersAreMatchedWhenTheRequestsAreKnown(String one, String other, String words) {
        connection.set(SCHEMA.keep, "shared 1");

        assertThat(life(one, other).words()).endsWith(words);
    }

    @Test
    void shouldTellHowAnswersAreMatchedWhenThereIsNoRequestOrNoPackager() {
        connection.set(SCHEMA.keep, "shared 1");
        assertThat(life().words()).endsWith("answers matched by MTI and match elements.");

        connection.set(SCHEMA.packager, "none");
        assertThat(life("11").words()).endsWith("answers taken in the order of the requests.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    keep         | shared       | keep 'shared' is none of thread, iteration, sample, N samples
                    keep         | pool of 0    | keep 'pool of 0': 0 is outside 1 to 100000
                    window       | 1000001      | window 1000001 is outside 1 to 1000000; leave it blank for any number
                    window       | many         | window: 'many' is no whole number
                    poolWait     | 3600001      | poolWait: 3600001 is outside 0 to 3600000
                    sharedChoice | fastest      | sharedChoice: 'fastest' is none of fewest under way, in turn
                    """)
    void shouldSayWhatIsWrongWhenAFieldOfTheLifeCannotBeUsed(String property, String text, String beginning) {
        connection.set(SCHEMA.keep, "shared 2");
        connection.setProperty("Iso8583Connection." + property, text);

        assertThat(life("11").isRefusal()).isTrue();
        assertThat(life("11").words()).startsWith(beginning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    10.0.0.1         | in turn            | Connects to 10.0.0.1:5000.
                    one:5001, two    | in turn            | Connects to one:5001, two:5000 in turn; each thread keeps to its host.
                    one:5001, two    | first that answers | Connects to the first of one:5001, two:5000 that answers.
                    """)
    void shouldSayWhereWeConnectWhenWeDo(String hosts, String order, String words) {
        connection.set(SCHEMA.host, hosts);
        connection.set(SCHEMA.hostOrder, order);

        assertThat(way()).isEqualTo(new Meaning(words, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''       | 8000 | Listens on port 8000 of all addresses as long as the test runs.
                    10.0.0.1 | 0    | Listens on a free port of 10.0.0.1 as long as the test runs.
                    """)
    void shouldSayWhereItListensWhenTheHostConnects(String address, String port, String beginning) {
        connection.set(SCHEMA.direction, "the host connects");
        connection.set(SCHEMA.listenAddress, address);
        connection.set(SCHEMA.listenPort, port);

        assertThat(way().words())
                .isEqualTo(beginning + " A sample that needs a connection waits at most 30 s for the host.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    we connect        | port           | 99999 | host '127.0.0.1': port 99999 is outside 1 to 65535
                    we connect        | connectTimeout | 0     | connectTimeout: 0 is outside 1 to 3600000
                    the host connects | listenPort     | 65536 | listenPort: 65536 is outside 0 to 65535
                    the host connects | listenPort     | ''    | listenPort: is empty, it needs a whole number
                    the host connects | acceptTimeout  | soon  | acceptTimeout: 'soon' is no whole number
                    somebody          | port           | 5000  | direction 'somebody' is none of we connect, the host connects
                    """)
    void shouldSayWhatIsWrongWhenAFieldOfTheWayCannotBeUsed(
            String direction, String property, String text, String words) {
        connection.set(SCHEMA.direction, direction);
        connection.setProperty("Iso8583Connection." + property, text);

        assertThat(way()).isEqualTo(new Meaning(words, true));
    }

    @Test
    void shouldUseThePlansVariablesWhenAFieldHoldsOne() {
        connection.set(SCHEMA.port, "${port}");

        assertThat(ConnectionWords.of(connection, List.of(), Map.of("port", "7000"), hosts)
                        .way())
                .isEqualTo(new Meaning("Connects to 127.0.0.1:7000.", false));
    }

    @Test
    void shouldRefuseNothingWhenOnlyATestRunKnowsTheValue() {
        connection.set(SCHEMA.port, "${__P(port.of.the.embedded.host,)}");
        connection.set(SCHEMA.keep, "${keep}");

        assertThat(way())
                .isEqualTo(new Meaning(
                        "Only a test run knows. Now host '127.0.0.1' has no port, since the port is"
                                + " ${__P(port.of.the.embedded.host,)}, which has given nothing: write the port, or add"
                                + " an ISO 8583 Host to the plan, whose port is then used where none is written.",
                        false));
        assertThat(life("11"))
                .isEqualTo(new Meaning(
                        "Only a test run knows. Now keep: a variable or function in ${keep} has no value.", false));
    }

    @Test
    void shouldSayWhatIsWrongWhenOnlyAnotherFieldHoldsAnExpression() {
        connection.set(SCHEMA.packager, "${__P(packager.of.the.run,iso87ascii)}");
        connection.set(SCHEMA.keep, "shared");

        assertThat(life("11").isRefusal()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    127.0.0.1 | 127.0.0.1 | 4711 | Connects to 127.0.0.1:4711. That is the plan's embedded host 'own', since no port is written.
                    localhost | 0.0.0.0   | 4711 | Connects to localhost:4711. That is the plan's embedded host 'own', since no port is written.
                    127.0.0.1 | 127.0.0.1 | 0    | Connects to the plan's embedded host 'own', since no port is written. It does not run now; a test starts it.
                    """)
    void shouldMeanThePlansOwnHostWhenNoPortIsWritten(String host, String address, int port, String words) {
        connection.set(SCHEMA.host, host);
        connection.set(SCHEMA.port, "");
        hosts.add(new PlanHost("own", address, port));

        assertThat(way()).isEqualTo(new Meaning(words, false));
    }

    @Test
    void shouldNameTheCureWhenNoPortIsWrittenAndNoHostIsMeant() {
        connection.set(SCHEMA.port, "");
        assertThat(way())
                .isEqualTo(new Meaning(
                        "host '127.0.0.1' has no port, and none is set for hosts without one: write the port, or add an"
                                + " ISO 8583 Host to the plan, whose port is then used where none is written",
                        true));

        hosts.add(new PlanHost("one", "10.0.0.1", 4711));
        assertThat(way().words())
                .endsWith(": write the port; the plan's embedded host 'one' on port 4711 is reached at 10.0.0.1");

        hosts.add(new PlanHost("other", "127.0.0.1", 0));
        assertThat(way().words())
                .endsWith(": write the port of the host that is meant; embedded hosts of the plan are 'one' on port"
                        + " 4711, 'other'");
    }
}
