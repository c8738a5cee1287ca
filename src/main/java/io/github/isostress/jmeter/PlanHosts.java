package io.github.isostress.jmeter;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/**
 * A plan's own embedded hosts, as far as they listen: a connection that names no port means the only one of them.
 * Thread-safe.
 */
public final class PlanHosts {
    private final List<PlanHost> hosts = new CopyOnWriteArrayList<>();

    /**
     * An embedded host of the plan. Immutable.
     *
     * @param name the element's name
     * @param address the local address on which it listens
     * @param port on which it listens; 0 if it does not run
     */
    public record PlanHost(String name, String address, int port) {
        /** Whether it runs, so that its port is known. */
        public boolean isRunning() {
            return port > 0;
        }

        /** Whether a client on this machine that connects to that name or address reaches it. */
        boolean isReachedAs(String host) {
            return host.equalsIgnoreCase(address) || isLoopback(host) && (isLoopback(address) || isAny(address));
        }

        private static boolean isLoopback(String host) {
            return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("::1");
        }

        private static boolean isAny(String address) {
            return StringUtils.equalsAny(address, "", "0.0.0.0", "::");
        }

        private String words() {
            return "'" + name + "'" + (isRunning() ? " on port " + port : "");
        }
    }

    /** Without any host. */
    public PlanHosts() {}

    /** With these hosts. */
    public PlanHosts(List<PlanHost> hosts) {
        this.hosts.addAll(hosts);
    }

    /** Adds a host of the plan. */
    public void add(PlanHost host) {
        hosts.add(host);
    }

    /** The plan's only host, if it is reached by that name or address; it need not run. */
    public Optional<PlanHost> meantBy(String host) {
        return hosts.size() == 1 && hosts.get(0).isReachedAs(host) ? Optional.of(hosts.get(0)) : Optional.empty();
    }

    /** What a user may do about a name or address without a port: the end of a sentence. */
    public String cure(String host) {
        if (hosts.isEmpty()) {
            return "write the port, or add an ISO 8583 Host to the plan, whose port is then used where none is written";
        }
        if (hosts.size() > 1) {
            return "write the port of the host that is meant; embedded hosts of the plan are "
                    + hosts.stream().map(PlanHost::words).collect(Collectors.joining(", "));
        }
        PlanHost own = hosts.get(0);
        if (!own.isReachedAs(host)) {
            return "write the port; the plan's embedded host " + own.words() + " is reached at "
                    + (PlanHost.isAny(own.address()) ? "127.0.0.1" : own.address());
        }
        return own.isRunning()
                ? "write the port, or leave it blank for that of the plan's embedded host " + own.words()
                : "start the plan's embedded host " + own.words() + " (Start now in its panel), or write the port";
    }
}
