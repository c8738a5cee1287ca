package io.github.isostress.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.support.Await;
import io.github.isostress.support.TestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class WriteDeadlineTest {
    @Test
    void shouldCloseTheSocketWhenAWriteDoesNotEnd() throws Exception {
        try (DeadlineSocket socket = new DeadlineSocket();
                WriteDeadline deadline = new WriteDeadline(socket)) {
            deadline.begin(TestClient.in(50));

            Await.until("the socket is closed", socket::isClosed);
            assertThat(deadline.end()).isFalse();
        }
    }

    /** The clock would look only at the end of the first write's time, but must look for the second's. */
    @Test
    void shouldCloseTheSocketWhenALaterWriteHasTheEarlierDeadline() throws Exception {
        try (DeadlineSocket socket = new DeadlineSocket();
                WriteDeadline deadline = new WriteDeadline(socket)) {
            deadline.begin(TestClient.in(600_000));
            assertThat(deadline.end()).isTrue();
            deadline.begin(TestClient.in(50));

            Await.until("the socket is closed", socket::isClosed);
            assertThat(deadline.end()).isFalse();
        }
    }

    /** The clock looks before, in and between the writes. */
    @Test
    void shouldLeaveTheSocketAloneWhenEachWriteEndsInTime() throws Exception {
        try (DeadlineSocket socket = new DeadlineSocket();
                WriteDeadline deadline = new WriteDeadline(socket)) {
            for (int i = 0; i < 20_000; i++) {
                deadline.begin(System.nanoTime() + 200_000);
                boolean inTime = deadline.end();
                if (!inTime) {
                    // The machine held us up for longer than the deadline: then closing was right.
                    assertThat(socket.isClosed()).isTrue();
                    return;
                }
            }
            deadline.begin(TestClient.soon());
            assertThat(deadline.end()).isTrue();
            assertThat(socket.isClosed()).isFalse();
        }
    }

    /** A delay on our machine must not cost a healthy connection. */
    @Test
    void shouldLeaveTheSocketAloneWhenTheWriterWasHeldUpForAMoment() throws Exception {
        Await.until("a writer that was held up for a moment only", () -> {
            try (DeadlineSocket socket = new DeadlineSocket();
                    WriteDeadline deadline = new WriteDeadline(socket)) {
                long begun = System.nanoTime();
                deadline.begin(TestClient.in(1));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(40));
                boolean inTime = deadline.end();
                boolean wasShort = System.nanoTime() - begun < TimeUnit.MILLISECONDS.toNanos(90);
                assertThat(inTime || !wasShort).isTrue();
                return wasShort;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void shouldLookNoMoreWhenClosed() throws Exception {
        try (DeadlineSocket socket = new DeadlineSocket();
                DeadlineSocket other = new DeadlineSocket();
                WriteDeadline later = new WriteDeadline(other)) {
            long end = TestClient.in(1_000);
            try (WriteDeadline deadline = new WriteDeadline(socket)) {
                deadline.begin(TestClient.in(600_000));
                assertThat(deadline.end()).isTrue();
                deadline.begin(end);
            }
            boolean wasInTime = System.nanoTime() - end < 0;
            later.begin(TestClient.in(1_050));
            Await.until("the clock has gone on", other::isClosed);

            // If the machine held us up, it had looked before.
            assertThat(socket.isClosed() && wasInTime).isFalse();
        }
    }
}
