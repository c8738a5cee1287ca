package io.github.isostress.jmeter.element;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.host.HostSettings;
import io.github.isostress.jmeter.MissingJar;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All embedded hosts that listen in this JVM: those of the test run, and rehearsals, which are started by hand outside
 * it. A test run has precedence: it ends a rehearsal of the same name or on the port that it wants. Thread-safe;
 * starting and stopping may block, looking does not.
 */
public final class RunningHosts {
    private static final Logger LOG = LoggerFactory.getLogger(RunningHosts.class);
    private static final List<RunningHost> RUNNING = new CopyOnWriteArrayList<>();
    private static final PublishedPorts PORTS = new PublishedPorts();

    static {
        // Clients of a rehearsal then see an end in good order when JMeter exits.
        Runtime.getRuntime().addShutdownHook(new Thread(RunningHosts::stopRehearsals, "iso8583-rehearsals-end"));
    }

    private RunningHosts() {}

    /**
     * Starts a host by hand, as a test run would start it, whether or not it is to start with the test. Its port is
     * published as in a run. Blocks.
     *
     * @param host the element as it is to be played, without expressions
     * @param inPlan the plan's element, by which {@link #find} knows the host though the name may change
     * @throws IllegalArgumentException with one clear sentence if it cannot start, or runs already
     */
    public static RunningHost rehearse(Iso8583Host host, Object inPlan) {
        try {
            HostReader reader = new HostReader(host);
            return rehearse(host.getName(), inPlan, reader.settings(), reader.portProperty());
        } catch (LinkageError e) {
            throw new IllegalArgumentException(MissingJar.sentence(e), e);
        }
    }

    private static synchronized RunningHost rehearse(
            String name, Object inPlan, HostSettings settings, String portProperty) {
        Optional<RunningHost> present = find(inPlan, name);
        if (present.isPresent()) {
            throw new IllegalArgumentException("'" + name + "' listens already, on "
                    + present.get().endpoint() + (present.get().isRehearsal() ? "" : ", for the test that is running"));
        }
        return start(name, settings, portProperty, inPlan);
    }

    /**
     * Starts a host for the test run, after it has ended the rehearsals that are in its way.
     *
     * @throws IllegalArgumentException with one clear sentence if it cannot start
     */
    static synchronized RunningHost startForRun(String name, HostSettings settings, String portProperty) {
        for (RunningHost each : RUNNING) {
            boolean inTheWay = each.name().equals(name) || each.port() == settings.port();
            if (each.isRehearsal() && inTheWay) {
                LOG.info("The test starts '{}' itself and ends the rehearsal of '{}'", name, each.name());
                stop(each);
            }
        }
        return start(name, settings, portProperty, null);
    }

    private static RunningHost start(String name, HostSettings settings, String portProperty, Object rehearsedFor) {
        EmbeddedHost host = EmbeddedHost.start(settings, sentence -> LOG.warn("'{}' {}", name, sentence));
        RunningHost running = new RunningHost(name, settings.address(), portProperty, rehearsedFor, host);
        PORTS.publish(running);
        RUNNING.add(running);
        LOG.info(
                "'{}' listens on {}, published as property {}{}",
                name,
                running.endpoint(),
                portProperty,
                running.isRehearsal() ? " (rehearsal, outside a test)" : "");
        return running;
    }

    /** Ends a host; does nothing the second time. Blocks until its threads have ended, ten seconds at most. */
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
     * The host that listens for an element of the plan: a rehearsal of that very element, or else one of its name.
     *
     * @param inPlan the plan's element
     * @param name the name that it has now
     */
    public static Optional<RunningHost> find(Object inPlan, String name) {
        return first(host -> host.isRehearsalOf(inPlan))
                .or(() -> first(host -> host.name().equals(name)));
    }

    private static Optional<RunningHost> first(Predicate<RunningHost> wanted) {
        return RUNNING.stream().filter(wanted).findFirst();
    }

    /** All that listen now, in the order in which they started. A copy. */
    public static List<RunningHost> all() {
        return List.copyOf(RUNNING);
    }
}
