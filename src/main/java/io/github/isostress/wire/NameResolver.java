package io.github.isostress.wire;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Resolves host names within a time limit, which the system's resolver does not have. It runs the resolver on at most
 * 64 daemon threads; an answer that comes too late serves later callers. Callers that ask for one name at a time share
 * its answer, so a slow name takes one thread. Thread-safe.
 */
public final class NameResolver {
    /** More than the names of a plan that are slow at one time. */
    private static final int MOST_THREADS = 64;

    private static final long IDLE_SECONDS = 30;
    private static final ExecutorService LOOK_UPS = lookUps();
    private static final NameResolver EACH_TIME = new NameResolver(InetAddress::getAllByName, false);

    private final LookUp lookUp;
    private final boolean keepsAnswers;
    private final ConcurrentMap<String, CompletableFuture<List<InetAddress>>> answers = new ConcurrentHashMap<>();

    /** The blocking resolver. */
    @FunctionalInterface
    public interface LookUp {
        InetAddress[] addresses(String name) throws UnknownHostException;
    }

    public NameResolver(LookUp lookUp, boolean keepsAnswers) {
        this.lookUp = lookUp;
        this.keepsAnswers = keepsAnswers;
    }

    /** A resolver that keeps each answer as long as it lives; a name without an address is asked again. */
    public static NameResolver askingOnce() {
        return new NameResolver(InetAddress::getAllByName, true);
    }

    /**
     * A resolver that asks at each connect, shared by all threads. The JVM keeps answers for {@code
     * networkaddress.cache.ttl} seconds (a security property, 30 by default), and that a name has none for {@code
     * networkaddress.cache.negative.ttl}, 10.
     */
    public static NameResolver askingEachTime() {
        return EACH_TIME;
    }

    private static ExecutorService lookUps() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MOST_THREADS, MOST_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "iso8583-name-resolver");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /**
     * The host's addresses, at least one, in the order in which to try them.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which to give up
     * @param interruption ends the wait when it is completed
     * @throws FailureException {@link Failure#UNKNOWN_HOST}, {@link Failure#CONNECT_TIMEOUT} or {@link
     *     Failure#INTERRUPTED}
     */
    public List<InetAddress> resolve(Endpoint endpoint, long deadlineNanos, CompletableFuture<Void> interruption)
            throws FailureException {
        try {
            if (endpoint.isAddress()) {
                return List.of(InetAddress.getAllByName(endpoint.host()));
            }
            CompletableFuture<List<InetAddress>> answer = ask(endpoint.host());
            CompletableFuture.anyOf(answer, interruption).get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (interruption.isDone()) {
                throw WireFailures.interrupted(null);
            }
            return answer.join();
        } catch (TimeoutException e) {
            throw new FailureException(Failure.CONNECT_TIMEOUT, "the name could not be resolved in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw WireFailures.interrupted(e);
        } catch (ExecutionException | UnknownHostException e) {
            throw new FailureException(Failure.UNKNOWN_HOST, "the name has no address", e);
        }
    }

    private CompletableFuture<List<InetAddress>> ask(String name) {
        CompletableFuture<List<InetAddress>> mine = new CompletableFuture<>();
        CompletableFuture<List<InetAddress>> earlier = answers.putIfAbsent(name, mine);
        if (earlier != null) {
            return earlier;
        }
        LOOK_UPS.execute(() -> answer(name, mine));
        return mine;
    }

    private void answer(String name, CompletableFuture<List<InetAddress>> answer) {
        try {
            List<InetAddress> addresses = List.of(lookUp.addresses(name));
            if (!keepsAnswers) {
                answers.remove(name, answer);
            }
            answer.complete(addresses);
        } catch (UnknownHostException | RuntimeException e) {
            answers.remove(name, answer);
            answer.completeExceptionally(e);
        }
    }
}
