package io.github.isostress.link;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A number of permits; the thread that has waited longest gets the next. The wait of a {@link
 * java.util.concurrent.Semaphore} would end early by an interrupt of its thread alone: then a sample's interruption and
 * the thread's own could not be told apart, and one of them would be lost. Thread-safe.
 */
final class Permits {
    private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int free;

    Permits(int count) {
        this.free = count;
    }

    /** Takes a permit if one is free; none is free while another thread waits. */
    synchronized boolean tryTake() {
        if (free == 0) {
            return false;
        }
        free--;
        return true;
    }

    /**
     * Takes a permit, waiting for one if need be.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which the wait ends
     * @return whether it was taken
     * @throws FailureException {@link Failure#INTERRUPTED}
     */
    boolean take(long deadlineNanos, Interruption interruption) throws FailureException {
        CompletableFuture<Void> turn = join();
        interruption.endWaitBy(() -> turn.cancel(false));
        try {
            turn.get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return !leave(turn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (!leave(turn)) {
                giveBack();
            }
            throw Interruption.failure();
        } catch (CancellationException e) {
            leave(turn);
            throw Interruption.failure();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            interruption.waitEnded();
        }
    }

    private synchronized CompletableFuture<Void> join() {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        if (tryTake()) {
            turn.complete(null);
        } else {
            waiting.add(turn);
        }
        return turn;
    }

    /** Ends a wait; returns whether it got no permit before. */
    private synchronized boolean leave(CompletableFuture<Void> turn) {
        waiting.remove(turn);
        return turn.cancel(false);
    }

    /** Gives a permit back, from any thread. */
    synchronized void giveBack() {
        for (CompletableFuture<Void> next = waiting.poll(); next != null; next = waiting.poll()) {
            if (next.complete(null)) {
                return;
            }
        }
        free++;
    }
}
