package io.github.isostress.host;

import static io.github.isostress.host.ForwardTest.answers;
import static io.github.isostress.host.ForwardTest.switchTo;
import static io.github.isostress.host.RawClient.PACKAGER;
import static io.github.isostress.host.RawClient.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.support.Await;
import io.github.isostress.support.TestHosts;
import io.github.isostress.support.TestMessages;
import io.github.isostress.support.signing.AnsweringHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host that forwards requests answers by itself, where the issuer does not. */
@Timeout(180)
class NotForwardedTest {
    @Test
    void shouldDeclineUntilTheIssuerIsThere() throws Exception {
        int port = TestHosts.portWithoutHost();
        List<String> log = new CopyOnWriteArrayList<>();
        HostSettings settings =
                TestHosts.withRules(TestHosts.settings("binary2", PACKAGER), "always : forward to 127.0.0.1:" + port);
        try (EmbeddedHost host = EmbeddedHost.start(settings, new HostLog(log::add));
                RawClient client = new RawClient(host)) {
            ISOMsg declined = client.ask("000001");
            assertThat(declined.getString(39)).isEqualTo("91");
            assertThat(declined.hasField(38)).isFalse();
            assertThat(host.record().played())
                    .containsExactly(Map.entry("forward", 1L), Map.entry("forward, no connection", 1L));

            Await.until("it is told", () -> !log.isEmpty());
            try (EmbeddedHost issuer = EmbeddedHost.start(listeningOn(port))) {
                AtomicInteger stan = new AtomicInteger(2);
                Await.until("the issuer answers", () -> isApproved(client, stan.getAndIncrement()));
                assertThat(issuer.record().open()).isEqualTo(1);
            }
        }
        assertThat(log.get(0))
                .startsWith("cannot connect to 127.0.0.1:" + port + "; it keeps trying: CONNECTION_REFUSED: ");
        assertThat(log.get(1)).isEqualTo("has connected to 127.0.0.1:" + port);
    }

    private static boolean isApproved(RawClient client, int stan) {
        try {
            return client.ask(String.format(Locale.ROOT, "%06d", stan))
                    .getString(39)
                    .equals("00");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HostSettings listeningOn(int port) {
        HostSettings settings = TestHosts.settings("binary2", PACKAGER);
        return new HostSettings("127.0.0.1", port, settings.framing(), settings.packager(), Optional.empty());
    }

    @Test
    void shouldDeclineWhatIsUnderWayWhenTheIssuerIsLost() throws Exception {
        try (EmbeddedHost issuer = TestHosts.ruled("de 11 000003 : close\nalways : no answer");
                EmbeddedHost host = switchTo(issuer, "");
                RawClient client = new RawClient(host)) {
            client.send(purchase("000001"));
            client.send(purchase("000002"));
            client.send(purchase("000003"));

            assertThat(answers(client, 3))
                    .hasSize(3)
                    .allSatisfy(
                            (number, answer) -> assertThat(answer.getString(39)).isEqualTo("91"));
            assertThat(host.record().played()).containsEntry("forward, connection lost", 3L);
            Await.until("it connects again", () -> issuer.record().connections() == 2);
        }
    }

    @Test
    void shouldDeclineWhenNoAnswerComesInTime() throws Exception {
        Await.inTime("the answer to the other", millis -> {
            try (EmbeddedHost issuer = TestHosts.ruled("de 11 000001 : no answer");
                    EmbeddedHost host = switchTo(issuer, "timeout " + millis);
                    RawClient client = new RawClient(host)) {
                assertThat(client.ask("000001").getString(39)).isEqualTo("91");
                boolean cameInTime = client.ask("000002").getString(39).equals("00");

                assertThat(host.record().played()).containsEntry("forward, no answer in time", cameInTime ? 1L : 2L);
                return cameInTime;
            }
        });
    }

    @Test
    void shouldDeclineTheSecondWhenTwoOfOneStanAreUnderWay() throws Exception {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        AtomicInteger received = new AtomicInteger();
        try (AnsweringHost issuer = new AnsweringHost(request -> {
                    received.incrementAndGet();
                    return approvalOnce(mayAnswer);
                });
                EmbeddedHost host = switchTo(issuer.port(), "");
                RawClient first = new RawClient(host);
                RawClient second = new RawClient(host)) {
            first.send(purchase("000001"));
            Await.until("it is under way", () -> received.get() == 1);

            assertThat(second.ask("000001").getString(39)).isEqualTo("94");
            mayAnswer.countDown();
            assertThat(first.readMessage().getString(39)).isEqualTo("00");
            assertThat(received).hasValue(1);
        }
    }

    private static byte[] approvalOnce(CountDownLatch mayAnswer) {
        try {
            mayAnswer.await();
            return TestMessages.pack(RawClient.approvalFields("000001"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"iso93ascii, 907", "cmf, 9107"})
    void shouldDeclineInTheVersionOfThePackager(String packager, String code) throws Exception {
        try (EmbeddedHost host = TestHosts.ruled(
                        "binary2", packager, "always : forward to 127.0.0.1:" + TestHosts.portWithoutHost());
                RawClient client = new RawClient(host)) {
            client.send(RawClient.frame(TestMessages.purchase(packager, "000001")));
            byte[] prefix = client.read(2);
            ISOMsg answer = TestMessages.unpack(packager, client.read((prefix[0] & 0xFF) << 8 | prefix[1] & 0xFF));

            assertThat(answer.getString(39)).isEqualTo(code);
        }
    }
}
