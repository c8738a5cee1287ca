package io.github.isostress.jmeter.agent;

import io.github.isostress.message.masking.ShownText;
import java.rmi.NoSuchObjectException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call of an agent to its controller, which is over in time whatever the controller does. Stateless. */
final class ControllerCall {
    private ControllerCall() {}

    /**
     * Begins it, on a thread of its own that does not hold the JVM up.
     *
     * @param purpose names the thread
     * @param longest after which the call fails by TimeoutException
     */
    static <T> CompletableFuture<T> begin(String purpose, Callable<T> call, Duration longest) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Thread messenger = new Thread(() -> complete(outcome, call), "ISO 8583 " + purpose);
        messenger.setDaemon(true);
        messenger.start();
        return outcome.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static <T> void complete(CompletableFuture<T> outcome, Callable<T> call) {
        try {
            outcome.complete(call.call());
        } catch (Exception | LinkageError e) {
            outcome.completeExceptionally(e);
        }
    }

    /** Why it failed: one clear sentence. */
    static String sentence(Throwable failure) {
        Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
        if (reason instanceof NoSuchObjectException) {
            return "the controller's run is over";
        }
        return reason instanceof TimeoutException
                ? "the controller does not answer"
                : ShownText.ofOthers(String.valueOf(reason.getMessage()).replaceAll("\\s+", " "));
    }
}
