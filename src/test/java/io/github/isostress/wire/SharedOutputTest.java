package io.github.isostress.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.support.Await;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Many threads that send on one socket. */
class SharedOutputTest {
    /** More than the buffers of both sockets hold. */
    private static final byte[] TOO_MUCH = new byte[64 << 20];

    private final List<FailureReport> told = new CopyOnWriteArrayList<>();

    private SharedOutput output(HostConnection connection) {
        return new SharedOutput(connection, told::add);
    }

    /** Bytes that tell the sender, of a length of their own. */
    private static byte[] bytes(int thread, int number) {
        byte[] bytes = new byte[1 + (thread * 131 + number * 17) % 700];
        Arrays.fill(bytes, (byte) (thread * 31 + number));
        return bytes;
    }

    @Test
    void shouldWriteEachFrameWholeInTheOrderOfTheHandOverWhenManyThreadsSend() throws Exception {
        int threads = 16;
        int each = 400;
        ByteArrayOutputStream handedOver = new ByteArrayOutputStream();
        int total = 0;
        for (int thread = 0; thread < threads; thread++) {
            for (int number = 0; number < each; number++) {
                total += bytes(thread, number).length;
            }
        }
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(total));
                HostConnection connection = TestClient.connect(peer.port(), "binary2")) {
            SharedOutput output = output(connection);
            List<NotedFrame> frames = new CopyOnWriteArrayList<>();
            List<CompletableFuture<Void>> senders = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int sender = thread;
                senders.add(CompletableFuture.runAsync(
                        () -> {
                            for (int number = 0; number < each; number++) {
                                NotedFrame frame = new NotedFrame(bytes(sender, number)) {
                                    @Override
                                    protected boolean handedOver(long nanos) {
                                        handedOver.writeBytes(bytes());
                                        return true;
                                    }
                                };
                                frames.add(frame);
                                output.send(frame);
                            }
                        },
                        command -> new Thread(command).start()));
            }
            senders.forEach(CompletableFuture::join);
            for (NotedFrame frame : frames) {
                frame.over.await();
            }
            int expected = total;
            Await.until("all has come", () -> peer.received().length == expected);

            assertThat(peer.received()).isEqualTo(handedOver.toByteArray());
            assertThat(frames).hasSize(threads * each).allMatch(frame -> frame.events.equals(List.of("written")));
            assertThat(connection.sentBytes()).isEqualTo(total);
        }
    }

    @Test
    void shouldWriteAllInTheirOrderWhenMoreWaitThanOneWriteHolds() throws Exception {
        byte[] first = {1};
        List<byte[]> others = new ArrayList<>();
        for (int number = 0; number < 150; number++) {
            byte[] bytes = new byte[number == 70 ? 100_000 : 997];
            Arrays.fill(bytes, (byte) number);
            others.add(bytes);
        }
        byte[] all = Bytes.join(first, Bytes.join(others.toArray(byte[][]::new)));
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(all.length));
                HostConnection connection = TestClient.connect(peer.port(), "binary2")) {
            SharedOutput output = output(connection);
            HeldFrame held = new HeldFrame(first);
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> output.send(held));
            held.begun.await();
            others.forEach(bytes -> output.send(new NotedFrame(bytes)));
            held.goOn.countDown();
            writer.join();
            Await.until("all has come", () -> peer.received().length == all.length);

            assertThat(peer.received()).isEqualTo(all);
        }
    }

    @Test
    void shouldFailEachFrameAndGiveNoByteWhenTheConnectionIsClosedBefore() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent())) {
            HostConnection connection = TestClient.connect(peer.port(), "binary2");
            SharedOutput output = output(connection);
            HeldFrame held = new HeldFrame(new byte[] {1});
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> output.send(held));
            held.begun.await();
            List<NotedFrame> others = new ArrayList<>();
            for (int number = 0; number < 100; number++) {
                others.add(new NotedFrame(new byte[1_000]));
            }
            others.forEach(output::send);
            connection.close();
            held.goOn.countDown();
            writer.join();

            assertThat(held.events).containsExactly("INTERRUPTED");
            assertThat(others).allMatch(frame -> frame.events.equals(List.of("INTERRUPTED")));
            assertThat(connection.sentBytes()).isZero();
            assertThat(told).isNotEmpty().allMatch(report -> report.failure() == Failure.INTERRUPTED);
        }
    }

    @Test
    void shouldLeaveAFrameOutWhenItIsNoLongerToBeSent() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(2));
                HostConnection connection = TestClient.connect(peer.port(), "binary2")) {
            SharedOutput output = output(connection);
            HeldFrame held = new HeldFrame(new byte[] {1});
            NotedFrame withdrawn = new NotedFrame(new byte[] {7}) {
                @Override
                protected boolean handedOver(long nanos) {
                    return false;
                }
            };
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> output.send(held));
            held.begun.await();
            output.send(withdrawn);
            output.send(new NotedFrame(new byte[] {2}));
            held.goOn.countDown();
            writer.join();
            Await.until("all has come", () -> peer.received().length == 2);

            assertThat(peer.received()).containsExactly(1, 2);
            assertThat(withdrawn.events).isEmpty();
        }
    }

    /** Who reads must not tell that the socket was closed: it was for this reason. */
    @Test
    void shouldTellTheReaderAndTheWriterOfOneCauseWhenTheHostTakesNothingInTime() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent());
                HostConnection connection = TestClient.connect(peer.port(), "binary2")) {
            CompletableFuture<Failure> reader = CompletableFuture.supplyAsync(() -> endOfReading(connection));
            NotedFrame frame = new NotedFrame(TOO_MUCH, System.nanoTime() + 50_000_000);
            output(connection).send(frame);

            assertThat(frame.events).hasSize(1).isSubsetOf("SEND_FAILED given", "INTERRUPTED given");
            assertThat(List.of(told.get(0).failure(), reader.get()))
                    .contains(Failure.SEND_FAILED)
                    .isSubsetOf(Failure.SEND_FAILED, Failure.INTERRUPTED);
        }
    }

    private static Failure endOfReading(HostConnection connection) {
        try {
            connection.receiveWhenever(() -> 1_000_000_000);
            return null;
        } catch (FailureException e) {
            return e.failure();
        }
    }
}
