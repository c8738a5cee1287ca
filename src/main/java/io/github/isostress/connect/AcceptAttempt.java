package io.github.isostress.connect;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.HostConnection;
import io.github.isostress.wire.WireFailures;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes the client that has waited longest, or waits for the next one. Used once, by one thread, but for {@link
 * #interrupt()}.
 */
final class AcceptAttempt implements ConnectionAttempt {
    private final ClientListener listener;
    private final int timeoutMillis;
    private volatile CompletableFuture<HostConnection> taker = new CompletableFuture<>();
    private volatile boolean interrupted;
    private OpeningTime time;

    AcceptAttempt(ClientListener listener, int timeoutMillis) {
        this.listener = listener;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public ConnectionTarget target() {
        ClientReception reception = listener.settings().reception();
        return new ConnectionTarget(
                Direction.HOST_CONNECTS, listener.words(), reception.tls().isPresent(), reception.framing());
    }

    /**
     * Listens, if the run does not yet, and waits for a client that is connected still.
     *
     * @throws FailureException {@link Failure#NOBODY_CONNECTED}, {@link Failure#PORT_IN_USE}, {@link
     *     Failure#LISTEN_FAILED} or {@link Failure#INTERRUPTED}
     */
    @Override
    public HostConnection open() throws FailureException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        listener.begin();
        long start = System.nanoTime();
        HostConnection client = next(deadline);
        while (client.closedBeforeUse()) {
            if (interrupted) {
                throw WireFailures.interrupted(null);
            }
            listener.left(client);
            client = next(deadline);
        }
        time = new OpeningTime(start, System.nanoTime());
        return client;
    }

    @Override
    public OpeningTime time() {
        return time;
    }

    private HostConnection next(long deadlineNanos) throws FailureException {
        CompletableFuture<HostConnection> next = new CompletableFuture<>();
        taker = next;
        if (interrupted) {
            throw WireFailures.interrupted(null);
        }
        listener.clients().enter(next);
        try {
            return await(next, deadlineNanos);
        } finally {
            listener.clients().leave(next);
        }
    }

    private HostConnection await(CompletableFuture<HostConnection> next, long deadlineNanos) throws FailureException {
        try {
            return next.get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            next.completeExceptionally(nobodyConnected());
            // A client may have come before that.
            return await(next, deadlineNanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupt();
            throw WireFailures.interrupted(e);
        } catch (ExecutionException e) {
            throw (FailureException) e.getCause();
        }
    }

    private FailureException nobodyConnected() {
        int before = listener.received();
        return new FailureException(
                Failure.NOBODY_CONNECTED,
                "none connected to " + listener.words() + " in " + timeoutMillis + " ms"
                        + (before == 0 ? "" : "; those that had connected before, " + before + ", are taken or gone")
                        + listener.trouble());
    }

    @Override
    public List<LostClient> lostClients() {
        return listener.lost().tell();
    }

    @Override
    public void interrupt() {
        interrupted = true;
        CompletableFuture<HostConnection> present = taker;
        if (!present.completeExceptionally(WireFailures.interrupted(null))) {
            present.thenAccept(HostConnection::interrupt);
        }
    }
}
