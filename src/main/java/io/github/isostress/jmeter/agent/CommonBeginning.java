package io.github.isostress.jmeter.agent;

import java.rmi.RemoteException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The instant at which all agents of a controller begin the load of one rate timer. An agent tells the controller that it
 * is ready, and hears when all begin. Where the controller does not answer, it begins by itself. Thread-safe.
 */
public final class CommonBeginning {
    private static final Logger LOG = LoggerFactory.getLogger(CommonBeginning.class);

    /** JMeter starts one agent after the other. */
    private static final Duration START_OF_ONE = Duration.ofMillis(250);

    /** What a call and its answer may take. */
    private static final Duration LONGEST_WAY = Duration.ofSeconds(10);

    private final String timer;
    private final LongConsumer beginning;
    private final CompletableFuture<Void> agreed;

    private CommonBeginning(String timer, LongConsumer beginning, Assignment assignment, int place, Duration longest) {
        this.timer = timer;
        this.beginning = beginning;
        Duration longestWait =
                longest.plus(START_OF_ONE.multipliedBy(assignment.hosts().size()));
        this.agreed = ControllerCall.begin(
                        "beginning of all agents",
                        () -> await(assignment, place, longestWait.toMillis()),
                        longestWait.plus(LONGEST_WAY))
                .handle(this::begin);
    }

    /**
     * This machine is ready. Returns at once.
     *
     * @param timer the name of the rate timer
     * @param place which of the plan's rate timers it is, from 0
     * @param longest how long the first machine that is ready waits for the others
     * @param beginning hears once when the load begins here, as {@link System#nanoTime()}
     * @return empty where no controller has others begin, too
     */
    public static Optional<CommonBeginning> ready(String timer, int place, Duration longest, LongConsumer beginning) {
        return Assignment.ofRun().map(assignment -> new CommonBeginning(timer, beginning, assignment, place, longest));
    }

    private static long await(Assignment assignment, int place, long longestMillis) throws RemoteException {
        StartingLine line = assignment
                .remote(StartingLine.class)
                .orElseThrow(() -> new IllegalStateException("the controller does not say when all begin"));
        int number = AgentIdentity.ofRun().number();
        return line.await(number, place, longestMillis) + System.nanoTime();
    }

    private Void begin(Long nanos, Throwable failure) {
        long now = System.nanoTime();
        boolean isToCome = failure == null && nanos - now >= 0;
        if (isToCome) {
            LOG.info(
                    "'{}': the load begins in {} ms, on all machines at once",
                    timer,
                    TimeUnit.NANOSECONDS.toMillis(nanos - now));
        } else if (failure == null) {
            LOG.warn(
                    "'{}': this machine is ready {} ms after the others have begun, and begins now",
                    timer,
                    TimeUnit.NANOSECONDS.toMillis(now - nanos));
        } else {
            LOG.warn(
                    "'{}': this machine begins by itself, and not with the others: {}",
                    timer,
                    ControllerCall.sentence(failure));
        }
        beginning.accept(isToCome ? nanos : now);
        return null;
    }

    /**
     * Waits until it is known when the load begins.
     *
     * @param nanos how long the calling thread has
     * @return whether it is known
     * @throws InterruptedException by JMeter's Stop
     */
    public boolean await(long nanos) throws InterruptedException {
        try {
            agreed.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the beginning cannot be told", e);
        } catch (TimeoutException e) {
            return false;
        }
    }
}
