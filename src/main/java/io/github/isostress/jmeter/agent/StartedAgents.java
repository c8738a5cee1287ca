package io.github.isostress.jmeter.agent;

import java.rmi.Remote;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.engine.DistributedRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agents that the controller in this JVM starts, and what it assigns to them. JMeter shows a plan's elements neither
 * the agents nor their number, but its log: first that it configures each of them, in the order in which the user has
 * named them, then that it starts these, and only then does it send the plan. Static, since JMeter's log is. Thread-safe.
 */
final class StartedAgents {
    private static final Logger LOG = LoggerFactory.getLogger(StartedAgents.class);
    private static final Pattern CONFIGURES = Pattern.compile("Configuring remote engine: (.*)");
    private static final Pattern STARTS =
            Pattern.compile("Starting distributed test with remote engines: \\[(.*)] @ .*", Pattern.DOTALL);

    private static final Set<String> CONFIGURED = new LinkedHashSet<>();
    private static List<String> started = List.of();
    private static Assignment assignment;
    private static Optional<OpenStartingLine> line = Optional.empty();

    static {
        HeardLog.ofClass(DistributedRunner.class, line -> said(line.text()), "Which agents are started is not known");
    }

    private StartedAgents() {}

    /** Listens from the first call on. */
    static void watch() {
        // The class does it when it is loaded.
    }

    static synchronized void said(String line) {
        Matcher configures = CONFIGURES.matcher(line);
        Matcher starts = STARTS.matcher(line);
        if (configures.matches()) {
            String host = configures.group(1).trim();
            CONFIGURED.remove(host);
            CONFIGURED.add(host);
        } else if (starts.matches()) {
            started = inOrder(Set.of(StringUtils.stripAll(StringUtils.split(starts.group(1), ','))));
            assignment = null;
        }
    }

    private static List<String> inOrder(Set<String> hosts) {
        List<String> ordered = new ArrayList<>(CONFIGURED);
        ordered.retainAll(hosts);
        return ordered;
    }

    /** What the run that is being started assigns to its agents. */
    static synchronized Assignment assignment() {
        if (assignment == null || started.isEmpty()) {
            openLine();
            assignment = Assignment.of(started, PlanProperties.find(), prepare(started));
        }
        return assignment;
    }

    private static void openLine() {
        line.ifPresent(OpenStartingLine::close);
        line = Optional.empty();
        if (started.isEmpty()) {
            // Nobody knows for whom agents are to wait.
            return;
        }
        try {
            line = Optional.of(OpenStartingLine.open(started));
        } catch (RemoteException | RuntimeException e) {
            LOG.error(
                    "Agents cannot begin at one instant, since they do not reach this controller: {}", e.getMessage());
        }
    }

    private static List<Remote> prepare(List<String> hosts) {
        List<Remote> remotes = new ArrayList<>();
        line.ifPresent(remotes::add);
        try {
            // The loader of JMeter's thread need not know our jar.
            ServiceLoader.load(BeforeTheAgents.class, BeforeTheAgents.class.getClassLoader())
                    .forEach(work -> work.prepare(hosts).ifPresent(remotes::add));
        } catch (ServiceConfigurationError e) {
            LOG.error("What is to be done before the agents begin cannot be done: {}", e.getMessage());
        }
        return remotes;
    }
}
