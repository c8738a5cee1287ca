package io.github.isostress.wire;

import static io.github.isostress.support.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.TestClient;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two small writes for one message cost a network delay at many hosts: each message must be one write. */
class OneWriteTest {
    /** Notes every write that reaches the system. */
    private static final class NotingSocket extends Socket {
        private final List<String> writes = new ArrayList<>();

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(new byte[0]);
        }

        @Override
        public OutputStream getOutputStream() {
            return new OutputStream() {
                @Override
                public void write(int each) {
                    writes.add(Bytes.hex(new byte[] {(byte) each}));
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    writes.add(Bytes.hex(Arrays.copyOfRange(bytes, offset, offset + length)));
                }
            };
        }
    }

    @Test
    void shouldWriteLengthHeaderAndMessageAtOnceWhenSending() throws Exception {
        Framing framing = FramingReader.parse("tpdu trailer=03");
        try (NotingSocket socket = new NotingSocket();
                DeadlineSocket transport = new DeadlineSocket();
                HostConnection connection = new HostConnection(
                        transport,
                        SocketLayer.bare(socket),
                        framing,
                        new ConnectTimes(new Endpoint("host", 1), 0, 0, 0))) {
            connection.send(framing.wrap(hex("0A0B")), TestClient.soon());
            connection.send(framing.wrap(hex("0C")), TestClient.soon());

            assertThat(socket.writes).containsExactly("000860000000000A0B03", "000760000000000C03");
        }
    }
}
