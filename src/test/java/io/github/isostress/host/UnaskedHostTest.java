package io.github.isostress.host;

import static io.github.isostress.host.RawClient.PACKAGER;
import static io.github.isostress.host.RawClient.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestClient;
import io.github.isostress.support.TestHosts;
import io.github.isostress.support.TestMessages;
import io.github.isostress.wire.HostConnection;
import java.net.SocketException;
import java.util.Map;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A host that sends or misbehaves before any request. */
class UnaskedHostTest {
    private static EmbeddedHost host(String rules) {
        return TestHosts.ruled("binary2", PACKAGER, rules);
    }

    @Test
    void shouldAskSomethingItselfBeforeItAnswersWhenItSpeaksFirst() throws Exception {
        try (EmbeddedHost host = host("mti 0200 : speak first");
                RawClient client = new RawClient(host)) {
            client.send(purchase("000007"));

            ISOMsg echo = client.readMessage();
            assertThat(echo.getMTI()).isEqualTo("0800");
            assertThat(echo.getString(70)).isEqualTo("301");
            assertThat(echo.getString(7)).matches("[01]\\d[0-3]\\d[0-2]\\d[0-5]\\d[0-5]\\d");
            assertThat(client.readMessage().getMTI()).isEqualTo("0210");

            echo.setMTI("0810");
            client.send(RawClient.frame(echo));
            Await.until("its answer is noted", () -> host.record().ownRequestsAnswered() == 1);
            assertThat(host.record().ownRequests()).isEqualTo(1);
            assertThat(host.record().framesUnanswered()).isZero();
            assertThat(host.record().played()).containsExactly(Map.entry("speak first", 1L));
        }
    }

    @ParameterizedTest
    @CsvSource({"iso93ascii, 1804", "iso93binary, 1804", "cmf, 2804"})
    void shouldSpeakThePackagersVersionWhenItSpeaksFirst(String packager, String mti) throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("binary2", packager, "on connect : speak first");
                HostConnection client = TestClient.connect(host.port(), "binary2")) {
            ISOMsg echo = TestMessages.unpack(
                    packager, client.receive(TestClient.soon()).message());

            assertThat(echo.getMTI()).isEqualTo(mti);
            assertThat(echo.getString(24)).isEqualTo("831");
            echo.setMTI(mti.charAt(0) + "814");
            echo.setPackager(Packagers.builtIn(packager));
            client.send(client.framing().wrap(TestMessages.pack(echo)), TestClient.soon());
            Await.until("its answer is noted", () -> host.record().ownRequestsAnswered() == 1);
        }
    }

    @Test
    void shouldActBeforeAnythingIsAskedWhenAClientConnects() throws Exception {
        try (EmbeddedHost host = host("on connect every 2 : close\non connect : speak first");
                RawClient first = new RawClient(host)) {
            assertThat(first.readMessage().getMTI()).isEqualTo("0800");
            assertThat(first.ask("000001").getString(39)).isEqualTo("00");
            try (RawClient second = new RawClient(host)) {
                assertThat(second.readToEnd()).isEmpty();
            }
            try (RawClient third = new RawClient(host)) {
                assertThat(third.readMessage().getString(11)).isEqualTo("000002");
            }
            assertThat(host.record().played()).containsExactly(Map.entry("close", 1L), Map.entry("speak first", 2L));
        }
    }

    @Test
    void shouldResetOnConnectWhenTheRulesSaySo() throws Exception {
        try (EmbeddedHost host = host("on connect : delay 1 then reset");
                RawClient client = new RawClient(host)) {
            assertThatThrownBy(client::readToEnd).isInstanceOf(SocketException.class);
            assertThat(host.record().played()).containsExactly(Map.entry("delay", 1L), Map.entry("reset", 1L));
        }
    }
}
