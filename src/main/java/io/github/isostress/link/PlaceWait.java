package io.github.isostress.link;

import io.github.isostress.failure.FailureException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** One sample's wait for a place on a shared link. Thread-safe. */
final class PlaceWait {
    private static final long FIRST_TRY_MILLIS = 100;

    private final CompletableFuture<SharedLink> place = new CompletableFuture<>();
    private boolean taken;
    private LinkNotOpened untold;
    private volatile long sawNoRoomNanos;
    private volatile boolean sawNoRoom;

    /** Gives it a place. */
    void give(SharedLink link) {
        if (!place.complete(link)) {
            throw new IllegalStateException("this wait has ended");
        }
    }

    /** Says that connections stand, but all are full. */
    void seesNoRoom() {
        if (!sawNoRoom) {
            sawNoRoomNanos = System.nanoTime();
            sawNoRoom = true;
        }
    }

    boolean sawNoRoom() {
        return sawNoRoom;
    }

    /** Since when it has waited for room, as {@link System#nanoTime()}. */
    long sawNoRoomNanos() {
        return sawNoRoomNanos;
    }

    /** Ends it without a place, by an attempt that has failed. */
    void fail(LinkNotOpened why) {
        untold = why;
        place.completeExceptionally(why);
    }

    /** Ends it without a place. */
    void fail(FailureException why) {
        place.completeExceptionally(why);
    }

    /** The failed attempt of which its sample has not told, since the wait had ended for another reason. */
    Optional<LinkNotOpened> untold() {
        return taken ? Optional.empty() : Optional.ofNullable(untold);
    }

    /**
     * Waits so long, and longer while links are tried for the first time: these attempts have limits of their own, and
     * hosts that are to connect may take longer than a place.
     *
     * @return empty at the end of that time
     */
    Optional<SharedLink> await(BooleanSupplier isTriedFirst, long waitMillis, Interruption interruption)
            throws LinkNotOpened, FailureException {
        boolean wasTriedFirst;
        Optional<SharedLink> given;
        do {
            wasTriedFirst = isTriedFirst.getAsBoolean();
            long millis = wasTriedFirst ? Math.max(waitMillis, FIRST_TRY_MILLIS) : waitMillis;
            given = await(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis), interruption);
        } while (given.isEmpty() && wasTriedFirst);
        return given;
    }

    private Optional<SharedLink> await(long deadlineNanos, Interruption interruption)
            throws LinkNotOpened, FailureException {
        Thread waiting = Thread.currentThread();
        CompletableFuture<SharedLink> ending = place.copy();
        interruption.endWaitBy(() -> ending.cancel(false));
        try {
            SharedLink link = ending.get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
            taken = true;
            return Optional.of(link);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            waiting.interrupt();
            throw Interruption.failure();
        } catch (CancellationException e) {
            throw Interruption.failure();
        } catch (ExecutionException e) {
            taken = true;
            throw asThrown(e.getCause());
        } finally {
            interruption.waitEnded();
        }
    }

    private static FailureException asThrown(Throwable cause) throws LinkNotOpened {
        if (cause instanceof LinkNotOpened notOpened) {
            throw notOpened;
        }
        return cause instanceof FailureException failure ? failure : FailureException.internal(cause);
    }

    /** Ends it for good; gives the place that it got and that was not taken, or null. */
    SharedLink leave() {
        boolean gotOne = place.isDone() && !place.isCompletedExceptionally();
        place.cancel(false);
        return gotOne && !taken ? place.join() : null;
    }
}
