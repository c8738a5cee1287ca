package io.github.isostress.jmeter.agent;

import java.io.IOException;
import java.io.Serializable;
import java.rmi.MarshalledObject;
import java.rmi.Remote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a controller sends to its remote agents along with the plan. Made once a run at the controller; each agent has its
 * own copy. Its fields have types of the JDK alone, so that versions of the plugin that differ understand each other.
 * Immutable.
 */
public final class Assignment implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);

    private final ArrayList<String> hosts;

    /** Null if they could not be found. */
    private final TreeMap<String, String> properties;

    private final String whyNoProperties;
    private final ArrayList<MarshalledObject<Remote>> remotes = new ArrayList<>();

    private Assignment(List<String> hosts, PlanProperties properties) {
        this.hosts = new ArrayList<>(hosts);
        this.properties = properties.values().map(TreeMap::new).orElse(null);
        this.whyNoProperties = properties.whyNone();
    }

    /**
     * That of a run which begins now.
     *
     * @param hosts the agents, as the controller calls them; empty if they are not known
     * @param remotes what agents may call at the controller
     */
    static Assignment of(List<String> hosts, PlanProperties properties, List<Remote> remotes) {
        Assignment assignment = new Assignment(hosts, properties);
        remotes.forEach(assignment::offer);
        return assignment;
    }

    /** Each by itself, so that an agent that does not know its type understands the rest. */
    private void offer(Remote remote) {
        try {
            remotes.add(new MarshalledObject<>(remote));
        } catch (IOException e) {
            LOG.warn("Agents cannot reach this controller: {}", e.getMessage());
        }
    }

    /** What the controller has sent for the run that goes on in this JVM; empty if no controller has. Thread-safe. */
    public static Optional<Assignment> ofRun() {
        return AssignedRun.assignment();
    }

    /** The agents of the run in the order of their numbers, as the controller calls them; empty if it does not know. */
    public List<String> hosts() {
        return List.copyOf(hosts);
    }

    /** The values of the plan's properties that are set at the controller; empty if they could not be found. */
    Optional<Map<String, String>> properties() {
        return Optional.ofNullable(properties);
    }

    /** Why there are no properties: one clear sentence; blank if there are. */
    String whyNoProperties() {
        return whyNoProperties == null ? "" : whyNoProperties;
    }

    /**
     * What agents may call at the controller.
     *
     * @param type its interface
     * @return empty if the controller offers nothing of this type, or this JVM does not know it
     */
    public <T extends Remote> Optional<T> remote(Class<T> type) {
        return remotes.stream()
                .flatMap(remote -> known(remote).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static Optional<Remote> known(MarshalledObject<Remote> remote) {
        try {
            return Optional.of(remote.get());
        } catch (IOException | ClassNotFoundException e) {
            LOG.warn("The controller offers something that this agent does not know: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** It comes to an agent with the plan, before JMeter has looked at any of it. */
    private Object readResolve() {
        AssignedRun.arrived(this);
        return AssignmentCarrier.INSTANCE;
    }
}
