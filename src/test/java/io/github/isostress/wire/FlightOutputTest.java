package io.github.isostress.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlightOutputTest {
    private final List<String> writes = new ArrayList<>();
    private final FlightOutput output = new FlightOutput(new ByteArrayOutputStream() {
        @Override
        public void write(byte[] buffer, int offset, int length) {
            writes.add(new String(buffer, offset, length, StandardCharsets.US_ASCII));
        }
    });

    private void write(String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.US_ASCII));
        output.flush();
    }

    @Test
    void shouldWriteAtOnceWhenNothingIsHeldBack() throws Exception {
        write("one");
        write("two");

        assertThat(writes).containsExactly("one", "two");
    }

    @Test
    void shouldWriteAFlightInOneWhenItIsSent() throws Exception {
        output.hold();
        write("one ");
        output.write('a');
        write(" two");
        assertThat(writes).isEmpty();

        output.send();
        output.send();
        write("three");
        assertThat(writes).containsExactly("one a two");

        output.release();
        write("four");
        assertThat(writes).containsExactly("one a two", "three", "four");
    }

    /** A thread that closes the socket from outside neither waits nor sends for the thread of the handshake. */
    @Test
    void shouldSendNothingOfAnothersWhenAnotherThreadSends() throws Exception {
        output.hold();
        write("mine");
        Thread other = new Thread(() -> {
            try {
                output.send();
                write("other's");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        other.start();
        other.join();

        assertThat(writes).containsExactly("other's");
    }
}
