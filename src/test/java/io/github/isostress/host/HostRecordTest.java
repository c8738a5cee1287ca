package io.github.isostress.host;

import static io.github.isostress.host.RawClient.PACKAGER;
import static io.github.isostress.host.RawClient.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.host.session.HostRecord;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestHosts;
import java.net.SocketException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lines in which a host reports what happened. */
class HostRecordTest {
    private static final String RULES = """
            de 11 000002      : no answer
            de 11 000003      : delay 1 then decline 51
            de 11 000004      : close
            de 11 000005      : reset
            """;

    @Test
    void shouldCountRequestsFaultsAndConnectionsWhenAllHappens() throws Exception {
        EmbeddedHost host = TestHosts.ruled("binary2", PACKAGER, RULES);
        HostRecord record = host.record();
        try (host;
                RawClient stays = new RawClient(host);
                RawClient closed = new RawClient(host);
                RawClient reset = new RawClient(host)) {
            stays.ask("000001");
            stays.send(purchase("000002"));
            stays.ask("000003");
            closed.send(purchase("000004"));
            assertThat(closed.readToEnd()).isEmpty();
            reset.send(purchase("000005"));
            assertThatThrownBy(reset::readToEnd).isInstanceOf(SocketException.class);
            Await.until("two have ended", () -> record.closed() == 2 && record.requestsAnswered() == 2);

            assertThat(record.connections()).isEqualTo(3);
            assertThat(record.open()).isEqualTo(1);
            assertThat(record.resets()).isEqualTo(1);
            assertThat(record.requestsReceived()).isEqualTo(5);
            assertThat(record.framesUnanswered()).isZero();
            assertThat(record.played())
                    .isEqualTo(Map.of("close", 1L, "decline 51", 1L, "delay", 1L, "no answer", 1L, "reset", 1L));
        }
        Await.until("the third has ended", () -> record.open() == 0);
        assertThat(record)
                .hasToString("3 connections (0 open, 0 handshakes refused), 2 requests answered, 3 not answered\n"
                        + "hung up: 1 by the rule 'close', 1 by the rule 'reset'\n"
                        + "played by rule: 1 close, 1 decline 51, 1 delay, 1 no answer, 1 reset");
    }

    @Test
    void shouldBeOneLineWhenNoRuleHasActed() {
        try (EmbeddedHost host = TestHosts.ruled("binary2", PACKAGER, RULES)) {
            assertThat(host.record())
                    .hasToString("0 connections (0 open, 0 handshakes refused), 0 requests answered, 0 not answered");
            assertThat(host.record().played()).isEmpty();
        }
    }
}
