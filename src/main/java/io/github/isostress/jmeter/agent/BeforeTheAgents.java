package io.github.isostress.jmeter.agent;

import java.rmi.Remote;
import java.util.List;
import java.util.Optional;

/**
 * What is done at a controller before it sends a plan to the first of its agents. Packages above this one do it: they
 * name a class in {@code META-INF/services}, under this interface's name.
 */
public interface BeforeTheAgents {
    /**
     * Does it, once a run. Must not throw, and not block for long: no agent has begun yet.
     *
     * @param hosts the agents, as the controller calls them; empty if they are not known
     * @return what the agents may call here: an object that is exported, or its stub
     */
    Optional<Remote> prepare(List<String> hosts);
}
