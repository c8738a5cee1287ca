package io.github.isostress.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketOptionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1        | 0         | receive buffer -1 is outside 0 to 100000000 bytes",
                "100000001 | 0         | receive buffer 100000001 is outside 0 to 100000000 bytes",
                "0         | -1        | send buffer -1 is outside 0 to 100000000 bytes",
                "0         | 100000001 | send buffer 100000001 is outside 0 to 100000000 bytes",
            })
    void shouldRefuseABufferWhenItIsOutOfRange(int receiveBuffer, int sendBuffer, String sentence) {
        assertThatThrownBy(() -> new SocketOptions(false, false, receiveBuffer, sendBuffer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void shouldLeaveTheSocketAsTheSystemMakesItWhenNothingIsAsked() throws Exception {
        try (Socket plain = new Socket();
                Socket set = new Socket()) {
            SocketOptions.SYSTEM.applyTo(set);

            assertThat(set.getTcpNoDelay()).isTrue();
            assertThat(set.getKeepAlive()).isEqualTo(plain.getKeepAlive());
            assertThat(set.getSoLinger()).isEqualTo(plain.getSoLinger());
            assertThat(set.getReceiveBufferSize()).isEqualTo(plain.getReceiveBufferSize());
            assertThat(set.getSendBufferSize()).isEqualTo(plain.getSendBufferSize());
        }
    }
}
