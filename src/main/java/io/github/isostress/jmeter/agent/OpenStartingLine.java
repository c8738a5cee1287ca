package io.github.isostress.jmeter.agent;

import io.github.isostress.pace.StartGate;
import java.io.ObjectInputFilter;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** That of a controller. It takes numbers alone. Thread-safe. */
final class OpenStartingLine implements StartingLine, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenStartingLine.class);

    /** In which each agent hears of it. */
    private static final long NOTICE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final long LONGEST_MILLIS = TimeUnit.DAYS.toMillis(1);
    private static final int MOST_TIMERS = 10_000;

    private final List<String> agents;
    private final Map<Integer, Waiting> timers = new HashMap<>();

    private OpenStartingLine(List<String> agents) {
        this.agents = List.copyOf(agents);
    }

    /**
     * Opens one.
     *
     * @param agents in the order of their numbers
     * @throws RemoteException if this machine cannot be reached by RMI
     */
    static OpenStartingLine open(List<String> agents) throws RemoteException {
        OpenStartingLine line = new OpenStartingLine(agents);
        ReachableByAgents.open(line, call -> ObjectInputFilter.Status.REJECTED);
        return line;
    }

    @Override
    public long await(int agent, int timer, long longestMillis) {
        if (agent < 1 || agent > agents.size()) {
            throw new IllegalArgumentException("the run has no agent " + agent + ", it has " + agents.size());
        }
        if (timer < 0 || timer >= MOST_TIMERS || longestMillis < 0 || longestMillis > LONGEST_MILLIS) {
            throw new IllegalArgumentException("no rate timer " + timer + " waits for " + longestMillis + " ms");
        }
        return waiting(timer).await(agents.get(agent - 1), TimeUnit.MILLISECONDS.toNanos(longestMillis));
    }

    private synchronized Waiting waiting(int timer) {
        return timers.computeIfAbsent(timer, first -> new Waiting(agents));
    }

    /** From now on agents find it closed. */
    @Override
    public void close() {
        ReachableByAgents.close(this);
    }

    /** The agents of which each waits until all are ready to begin what one rate timer paces. Thread-safe. */
    private static final class Waiting {
        private final int count;
        private final List<String> missing;
        private final StartGate gate = new StartGate();
        private OptionalLong beginNanos = OptionalLong.empty();

        Waiting(List<String> agents) {
            count = agents.size();
            missing = new ArrayList<>(agents);
            gate.expect(count);
        }

        long await(String agent, long longestNanos) {
            arrive(agent);
            try {
                gate.await(longestNanos, Long.MAX_VALUE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return beginNanos() - System.nanoTime();
        }

        private synchronized void arrive(String agent) {
            if (missing.remove(agent)) {
                gate.ready();
            }
        }

        private synchronized long beginNanos() {
            if (beginNanos.isEmpty()) {
                beginNanos = OptionalLong.of(System.nanoTime() + NOTICE_NANOS);
                log();
            }
            return beginNanos.getAsLong();
        }

        private void log() {
            int ready = count - missing.size();
            if (missing.isEmpty()) {
                LOG.info("Agents that are ready: {} of {}; their load begins", ready, count);
            } else {
                LOG.warn(
                        "Agents that are ready: {} of {}; their load begins without {}, for which the first has waited"
                                + " long enough",
                        ready,
                        count,
                        String.join(", ", missing));
            }
        }
    }
}
