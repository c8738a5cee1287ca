package io.github.isostress.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.support.Await;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Writes whose thread is to go on soon. */
class HurriedOutputTest {
    /** More than the buffers of both sockets hold. */
    private static final byte[] TOO_MUCH = new byte[64 << 20];

    /** Less than a hurried write has. */
    private static final long MOMENT_NANOS = 90_000_000;

    private final List<FailureReport> told = new CopyOnWriteArrayList<>();

    private SharedOutput output(HostConnection connection) {
        return new SharedOutput(connection, told::add);
    }

    @Test
    void shouldLetTheWriterGoOnSoonWhenItIsHurriedAndTheHostTakesNothing() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent());
                HostConnection connection = TestClient.connect(peer.port(), "binary2")) {
            SharedOutput output = output(connection);
            NotedFrame frame = new NotedFrame(TOO_MUCH, System.nanoTime() + 3_600_000_000_000L);
            Thread writer = new Thread(() -> output.send(frame));
            writer.start();
            Await.until("the write has begun", () -> connection.sentBytes() > 0);
            output.hurry(Thread.currentThread());
            assertThat(connection.isOpen()).as("another thread is not meant").isTrue();
            output.hurry(writer);
            writer.join(120_000);

            assertThat(writer.isAlive()).isFalse();
            assertThat(frame.events).containsExactly("SEND_FAILED given");
        }
    }

    @Test
    void shouldGoOnWhenAFrameWasWrittenAfterItsThreadWasHurried() {
        Await.until("a writer that the machine did not hold up", this::goesOnAfterItWasHurried);
    }

    /** Whether the write ended in the moment that a hurried one has; only then it is sure to go on. */
    private boolean goesOnAfterItWasHurried() {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(2), Step.staySilent());
                HostConnection connection = TestClient.connect(peer.port(), "binary2")) {
            SharedOutput output = output(connection);
            HeldFrame held = new HeldFrame(new byte[] {1});
            Thread writer = new Thread(() -> output.send(held));
            writer.start();
            held.begun.await();
            output.hurry(writer);
            long begun = System.nanoTime();
            held.goOn.countDown();
            writer.join();
            if (System.nanoTime() - begun > MOMENT_NANOS) {
                return false;
            }
            output.send(new NotedFrame(new byte[] {2}));
            Await.until("all has come", () -> peer.received().length == 2);

            assertThat(connection.isOpen()).isTrue();
            assertThat(told).isEmpty();
            return true;
        } catch (FailureException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
