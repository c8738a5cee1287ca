package io.github.isostress.jmeter.element;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.host.HostDirection;
import io.github.isostress.host.HostLog;
import io.github.isostress.host.HostSettings;
import io.github.isostress.jmeter.MissingJar;
import io.github.isostress.jmeter.setting.HostReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded hosts that run in this JVM: those of the test, and rehearsals, which a user starts by hand. A test
 * ends a rehearsal that has the name or the port of its own host. Static, since a test and the panels must find each
 * other's hosts. Thread-safe; starting and stopping may block, looking does not.
 */
public final class RunningHosts {
    private static final Logger LOG = LoggerFactory.getLogger(RunningHosts.class);
    private static final List<RunningHost> RUNNING = new CopyOnWriteArrayList<>();
    private static final PublishedPorts PORTS = new PublishedPorts();

    static {
        // When JMeter exits, clients of a rehearsal see their connections closed, not reset.
        Runtime.getRuntime().addShutdownHook(new Thread(RunningHosts::stopRehearsals, "iso8583-rehearsals-end"));
    }

    private RunningHosts() {}

    /**
     * Starts a rehearsal, whether or not the host starts with the test, and publishes its port as a test would. Blocks.
     *
     * @param host the element, its expressions evaluated
     * @param inPlan the plan's element: {@link #find} finds the host by it even if its name changes
     * @param written the element as it stands in the plan, to see whether it changes
     * @param keys those in scope
     * @throws IllegalArgumentException with one clear sentence if it cannot start, or runs already
     */
    public static RunningHost rehearse(Iso8583Host host, Object inPlan, WrittenHost written, Keys keys) {
        Rehearsal rehearsal = rehearsal(host, inPlan, written, keys);
        synchronized (RunningHosts.class) {
            requireNone(inPlan, host.getName());
            return rehearsal.start(rehearsal.settings());
        }
    }

    /**
     * Ends a rehearsal and starts another one, which keeps its port where any would do. Blocks.
     *
     * @param before goes on if the other one has settings that cannot be used
     * @param host as of {@link #rehearse}, and so are the others
     * @throws IllegalArgumentException with one clear sentence if it cannot start
     */
    public static RunningHost restart(
            RunningHost before, Iso8583Host host, Object inPlan, WrittenHost written, Keys keys) {
        Rehearsal rehearsal = rehearsal(host, inPlan, written, keys);
        synchronized (RunningHosts.class) {
            stop(before);
            return rehearsal.startAt(before.port());
        }
    }

    private static Rehearsal rehearsal(Iso8583Host host, Object inPlan, WrittenHost written, Keys keys) {
        try {
            HostReader reader = new HostReader(host);
            return new Rehearsal(host.getName(), reader.settings(keys), reader.portProperty(), inPlan, written);
        } catch (LinkageError e) {
            throw new IllegalArgumentException(MissingJar.sentence(e), e);
        }
    }

    /** A rehearsal that is to start. */
    private record Rehearsal(
            String name, HostSettings settings, String portProperty, Object inPlan, WrittenHost written) {
        RunningHost start(HostSettings chosen) {
            return RunningHosts.start(name, chosen, portProperty, inPlan, written);
        }

        /** At that port, if any would do and it is free still. */
        RunningHost startAt(int port) {
            HostSettings there = settings.insteadOfAnyPort(port);
            try {
                return start(there);
            } catch (IllegalArgumentException e) {
                if (there.equals(settings)) {
                    throw e;
                }
                return start(settings);
            }
        }
    }

    private static void requireNone(Object inPlan, String name) {
        Optional<RunningHost> present = find(inPlan, name);
        if (present.isPresent()) {
            throw new IllegalArgumentException("'" + name + "' runs already: it "
                    + present.get().whereabouts()
                    + (present.get().isRehearsal() ? "" : ", for the test that is running"));
        }
    }

    /**
     * Starts a host for the test. Ends the rehearsals that have its name or its port first.
     *
     * @throws IllegalArgumentException with one clear sentence if it cannot start
     */
    static synchronized RunningHost startForTest(String name, HostSettings settings, String portProperty) {
        for (RunningHost each : RUNNING) {
            boolean inTheWay = each.name().equals(name) || listensAt(settings, each.port());
            if (each.isRehearsal() && inTheWay) {
                LOG.info("The test starts '{}' itself and ends the rehearsal of '{}'", name, each.name());
                stop(each);
            }
        }
        return start(name, settings, portProperty, null, null);
    }

    private static boolean listensAt(HostSettings settings, int port) {
        return port > 0 && settings.direction() instanceof HostDirection.Listen listen && listen.port() == port;
    }

    private static RunningHost start(
            String name, HostSettings settings, String portProperty, Object rehearsedFor, WrittenHost written) {
        HostLog log =
                new HostLog(warning -> LOG.warn("'{}' {}", name, warning), news -> LOG.info("'{}' {}", name, news));
        EmbeddedHost host = EmbeddedHost.start(settings, log);
        RunningHost running = new RunningHost(name, portProperty, rehearsedFor, written, host);
        if (!running.isConnecting()) {
            PORTS.publish(running);
        }
        RUNNING.add(running);
        LOG.info("'{}' {}{}", name, running.whereabouts(), running.isRehearsal() ? " (rehearsal, outside a test)" : "");
        return running;
    }

    /** Ends a host; does nothing if it has ended. Blocks until its threads have ended, ten seconds at most. */
    public static synchronized void stop(RunningHost host) {
        if (RUNNING.remove(host)) {
            PORTS.withdraw(host);
            host.close();
            LOG.info("'{}' has ended: {}", host.name(), host);
        }
    }

    /** Ends every rehearsal. Blocks. */
    public static void stopRehearsals() {
        all().stream().filter(RunningHost::isRehearsal).forEach(RunningHosts::stop);
    }

    /**
     * The host that runs for an element of the plan: a rehearsal of that element, else a host of its name.
     *
     * @param inPlan the plan's element
     * @param name the element's name now
     */
    public static Optional<RunningHost> find(Object inPlan, String name) {
        return first(host -> host.isRehearsalOf(inPlan))
                .or(() -> first(host -> host.name().equals(name)));
    }

    private static Optional<RunningHost> first(Predicate<RunningHost> wanted) {
        return RUNNING.stream().filter(wanted).findFirst();
    }

    /** The hosts that run now, in the order in which they started. A copy. */
    public static List<RunningHost> all() {
        return List.copyOf(RUNNING);
    }
}
