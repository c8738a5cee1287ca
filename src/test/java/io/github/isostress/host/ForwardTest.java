package io.github.isostress.host;

import static io.github.isostress.host.RawClient.PACKAGER;
import static io.github.isostress.host.RawClient.approval;
import static io.github.isostress.host.RawClient.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.connect.ConnectionSettings;
import io.github.isostress.connect.ReconnectPause;
import io.github.isostress.host.rule.HostRules;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestHosts;
import io.github.isostress.support.TestMessages;
import io.github.isostress.wire.Endpoint;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A host that forwards requests to an issuer, as a switch does. */
@Timeout(180)
class ForwardTest {
    private static EmbeddedHost host(String rules) {
        return TestHosts.ruled("binary2", PACKAGER, rules);
    }

    /** A host that forwards all requests to an issuer, which it has reached. */
    static EmbeddedHost switchTo(EmbeddedHost issuer, String more) {
        return switchTo(issuer.port(), more);
    }

    /** As {@link #switchTo(EmbeddedHost, String)}, to an issuer at that port of this machine. */
    static EmbeddedHost switchTo(int port, String more) {
        EmbeddedHost host = host("always : forward to 127.0.0.1:" + port + " " + more);
        Await.until("the issuer is connected", () -> host.connectionsToIssuers() == 1);
        return host;
    }

    private static String stan(int number) {
        return String.format(Locale.ROOT, "%06d", number);
    }

    @Test
    void shouldGiveTheIssuersAnswerWhenItForwards() throws Exception {
        try (EmbeddedHost issuer = host("always : decline 51");
                EmbeddedHost host = switchTo(issuer, "");
                RawClient client = new RawClient(host)) {
            ISOMsg answer = client.ask("000001");

            assertThat(answer.getMTI()).isEqualTo("0210");
            assertThat(answer.getString(39)).isEqualTo("51");
            Await.until("it is counted", () -> host.record().requestsAnswered() == 1);
            assertThat(host.record().played()).containsExactly(Map.entry("forward", 1L));
            assertThat(issuer.record().requestsReceived()).isEqualTo(1);
        }
    }

    @Test
    void shouldRelayEveryByteAsItIsWhenItForwards() throws Exception {
        try (EmbeddedHost issuer = host("");
                EmbeddedHost host = switchTo(issuer, "");
                RawClient client = new RawClient(host)) {
            client.send(purchase("000001"));

            assertThat(client.read(approval("000001").length)).isEqualTo(approval("000001"));
        }
    }

    @Test
    void shouldGiveEachClientItsOwnAnswerWhenAnswersComeOutOfOrder() throws Exception {
        try (EmbeddedHost issuer = host("every 2 : late 50");
                EmbeddedHost host = switchTo(issuer, "");
                RawClient first = new RawClient(host);
                RawClient second = new RawClient(host)) {
            for (int i = 0; i < 100; i++) {
                (i % 3 == 0 ? first : second).send(purchase(stan(i)));
            }
            Map<Integer, ISOMsg> ofFirst = answers(first, 34);
            Map<Integer, ISOMsg> ofSecond = answers(second, 66);

            assertThat(ofFirst.keySet()).hasSize(34).allMatch(number -> number % 3 == 0);
            assertThat(ofSecond.keySet()).hasSize(66).noneMatch(number -> number % 3 == 0);
            assertThat(new ArrayList<>(ofFirst.values()))
                    .allSatisfy(answer -> assertThat(answer.getString(39)).isEqualTo("00"));
        }
    }

    /** The next answers by their STAN. */
    static Map<Integer, ISOMsg> answers(RawClient client, int count) throws Exception {
        Map<Integer, ISOMsg> answers = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            ISOMsg answer = client.readMessage();
            answers.put(Integer.valueOf(answer.getString(11)), answer);
        }
        return answers;
    }

    @Test
    void shouldKeepARequestForItsTimeWhenItTakesTime() throws Exception {
        try (EmbeddedHost issuer = host("");
                EmbeddedHost host = switchTo(issuer, "takes 500 ms");
                RawClient client = new RawClient(host)) {
            long start = System.nanoTime();
            for (int i = 0; i < 200; i++) {
                client.send(purchase(stan(i)));
            }
            assertThat(answers(client, 200)).hasSize(200);
            assertThat(System.nanoTime() - start)
                    .as("not one after the other")
                    .isBetween(TimeUnit.MILLISECONDS.toNanos(500), TimeUnit.SECONDS.toNanos(60));
        }
    }

    @Test
    void shouldLeaveARequestWithoutAStanToTheNextRule() throws Exception {
        ISOMsg request = TestMessages.purchase(PACKAGER, "000001");
        request.unset(11);
        try (EmbeddedHost issuer = host("");
                EmbeddedHost host = switchTo(issuer, "\nalways : decline 30");
                RawClient client = new RawClient(host)) {
            client.send(RawClient.frame(request));

            assertThat(client.readMessage().getString(39)).isEqualTo("30");
        }
    }

    @Test
    void shouldForwardToIssuersInTurnWhenTheyConnect() throws Exception {
        int port = TestHosts.portWithoutHost();
        try (EmbeddedHost host = host("always : forward to clients on 127.0.0.1:" + port);
                EmbeddedHost first = EmbeddedHost.start(connectingTo(port));
                EmbeddedHost second = EmbeddedHost.start(connectingTo(port));
                RawClient client = new RawClient(host)) {
            Await.until("both are connected", () -> host.connectionsToIssuers() == 2);
            for (int i = 0; i < 10; i++) {
                assertThat(client.ask(stan(i)).getString(39)).isEqualTo("00");
            }
            assertThat(first.record().requestsReceived()).isEqualTo(5);
            assertThat(second.record().requestsReceived()).isEqualTo(5);
            assertThat(host.record().connections()).as("clients alone").isEqualTo(1);
        }
    }

    private static HostSettings connectingTo(int port) {
        HostSettings settings = TestHosts.settings("binary2", PACKAGER);
        ConnectionSettings target =
                new ConnectionSettings(new Endpoint("127.0.0.1", port), 10_000, settings.framing(), Optional.empty());
        return new HostSettings(
                new HostDirection.Connect(target, 1, ReconnectPause.parse("20")),
                settings.framing(),
                settings.packager(),
                HostRules.NONE,
                false);
    }

    @Test
    void shouldRefuseToStartWhenItCannotListenForTheIssuer() {
        try (EmbeddedHost other = host("")) {
            assertThatThrownBy(() -> host("always : forward to clients on 127.0.0.1:" + other.port()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the host cannot listen on 127.0.0.1:" + other.port()
                            + ": the port is in use or not permitted, or the address is not of this machine");
        }
    }
}
