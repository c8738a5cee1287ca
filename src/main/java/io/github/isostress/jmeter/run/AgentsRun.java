package io.github.isostress.jmeter.run;

import io.github.isostress.health.RunFigures;
import io.github.isostress.health.record.RecordedAgent;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.agent.OpenDesk;
import io.github.isostress.jmeter.agent.ReportDesk;
import io.github.isostress.jmeter.record.RecordText;
import java.io.IOException;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run on remote agents, as its controller sees it: agents hand in their reports, and when it is over, what they say
 * together is told and written. Nothing here holds up a call of an agent, since that would hold up the agent's own end.
 * Thread-safe.
 */
final class AgentsRun {
    private static final Logger LOG = LoggerFactory.getLogger(TestRun.class);

    private static final long LOOK_MILLIS = 100;

    private final RunContext run;
    private final ResultFiles files;
    private final BiConsumer<List<RecordedAgent>, Optional<RunFigures>> leaver;
    private final Duration longestWait;
    /** Held as long as the run is told and written. */
    private final Object leaving = new Object();

    private final Map<String, Optional<RecordedAgent>> agents = new LinkedHashMap<>();
    private final Thread lastChance = new Thread(this::leave, "ISO 8583 end of run at exit");
    private Optional<RunFigures> samples = Optional.empty();
    private OpenDesk desk;
    private boolean areKnown;
    private boolean isBegun;
    private boolean isOver;
    private boolean isLeft;

    /**
     * None as yet.
     *
     * @param run at the controller
     * @param files into which JMeter writes the agents' samples
     * @param leaver tells and writes what the run leaves, by what agents have reported and by the samples that they have
     *     sent; called once
     * @param longestWait for what is missing when the run has ended
     */
    AgentsRun(
            RunContext run,
            ResultFiles files,
            BiConsumer<List<RecordedAgent>, Optional<RunFigures>> leaver,
            Duration longestWait) {
        this.run = run;
        this.files = files;
        this.leaver = leaver;
        this.longestWait = longestWait;
    }

    /**
     * Agents begin. The first call opens the desk, to which all hand in their reports.
     *
     * @param names by which this controller knows them; empty if it does not
     * @return the desk; empty if agents cannot reach this machine, which the log tells
     */
    synchronized Optional<ReportDesk> begin(List<String> names) {
        isBegun = true;
        areKnown = !names.isEmpty();
        names.forEach(name -> agents.putIfAbsent(name, Optional.empty()));
        try {
            return Optional.of(openDesk().stub());
        } catch (RemoteException | RuntimeException e) {
            LOG.error("Agents cannot hand in their reports to this controller: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private OpenDesk openDesk() throws RemoteException {
        if (desk == null) {
            Runtime.getRuntime().addShutdownHook(lastChance);
            follow();
            desk = OpenDesk.open(this::take);
        }
        return desk;
    }

    /** JMeter forgets its result files when it closes them. */
    private void follow() {
        Thread follower = new Thread(this::followFiles, "ISO 8583 result files");
        follower.setDaemon(true);
        follower.start();
    }

    private synchronized void followFiles() {
        while (!isOver) {
            files.broken();
            pause();
        }
    }

    private void pause() {
        try {
            wait(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether one of these has begun before. */
    synchronized boolean knows(List<String> names) {
        return names.stream().anyMatch(agents::containsKey);
    }

    /** Takes a report; refuses it by IllegalArgumentException with one clear sentence. */
    private synchronized void take(byte[] json) {
        RecordedAgent agent = read(json);
        Optional<RecordedAgent> awaited = areKnown ? agents.get(agent.name()) : Optional.empty();
        if (awaited == null || awaited.isPresent() || isLeft) {
            throw new IllegalArgumentException("the controller's run waits for no report of an agent " + agent.name());
        }
        agents.put(agent.name(), Optional.of(agent));
        files.broken();
        if (areKnown && areAllHere()) {
            end();
        }
        notifyAll();
    }

    private static RecordedAgent read(byte[] json) {
        try {
            return RecordText.readAgent(json);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private boolean areAllHere() {
        return agents.values().stream().noneMatch(Optional::isEmpty);
    }

    /**
     * JMeter has heard of the end of all agents. Reports may still be on their way.
     *
     * @param figures of the samples that they have sent
     */
    synchronized void endWith(RunFigures figures) {
        samples = Optional.of(figures);
        end();
    }

    /**
     * Returns at once: a thread of its own waits for what is missing, and holds the JVM up until all is written. Does
     * nothing if the run has not begun, or was ended before.
     */
    synchronized void end() {
        if (isBegun && !isOver) {
            isOver = true;
            CurrentRun.end(run);
            new Thread(this::awaitAndLeave, "ISO 8583 end of run").start();
        }
    }

    private void awaitAndLeave() {
        await();
        leave();
    }

    /** Waits for missing reports, and for the samples that agents send last. */
    private synchronized void await() {
        long begin = System.nanoTime();
        while (!(areAllHere() && !files.areOpen()) && System.nanoTime() - begin < longestWait.toNanos()) {
            pause();
        }
    }

    /** Whoever calls first leaves what there is; the others return when that is done. */
    private void leave() {
        synchronized (leaving) {
            if (close()) {
                leaver.accept(reported(), samples());
                forgetLastChance();
            }
        }
    }

    /** Whether that was the first call. */
    private synchronized boolean close() {
        boolean isFirst = !isLeft;
        isLeft = true;
        isOver = true;
        notifyAll();
        if (desk != null) {
            desk.close();
        }
        return isFirst;
    }

    private synchronized List<RecordedAgent> reported() {
        List<RecordedAgent> reported = new ArrayList<>();
        agents.forEach((name, agent) -> reported.add(agent.orElse(new RecordedAgent(name, Optional.empty()))));
        return reported;
    }

    private synchronized Optional<RunFigures> samples() {
        return samples;
    }

    private void forgetLastChance() {
        try {
            Runtime.getRuntime().removeShutdownHook(lastChance);
        } catch (IllegalStateException e) {
            LOG.debug("The JVM ends", e);
        }
    }
}
