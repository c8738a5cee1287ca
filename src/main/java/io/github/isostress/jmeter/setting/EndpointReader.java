package io.github.isostress.jmeter.setting;

import io.github.isostress.jmeter.PlanHosts;
import io.github.isostress.jmeter.PlanHosts.PlanHost;
import io.github.isostress.wire.Endpoint;
import java.util.List;
import java.util.Optional;

/**
 * Reads to which hosts an {@code Iso8583Connection} connects. Where no port is written at all, a host is the plan's own
 * embedded one, if the plan has exactly one.
 */
public final class EndpointReader {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;

    private final PropertyReader read;
    private final PlanHosts planHosts;

    /** Reads for a plan with these hosts. */
    public EndpointReader(PropertyReader read, PlanHosts planHosts) {
        this.read = read;
        this.planHosts = planHosts;
    }

    /**
     * The hosts in their order, at least one.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    public List<Endpoint> endpoints() {
        String hosts = read.text(SCHEMA.host);
        String port = read.text(SCHEMA.port);
        return port.isEmpty()
                ? read.parsed(SCHEMA.host, hosts, names -> Endpoint.parse(names, this::portOfPlanHost))
                : read.parsed(
                        SCHEMA.port, port, any -> read.parsed(SCHEMA.host, hosts, names -> Endpoint.parse(names, any)));
    }

    /** The plan's own host, if the connection goes to it alone since no port is written; it need not run. */
    public Optional<PlanHost> planHost() {
        boolean isPortWritten =
                !read.text(SCHEMA.port).isEmpty() || !read.origin(SCHEMA.port).isPlan();
        return isPortWritten ? Optional.empty() : planHosts.meantBy(read.text(SCHEMA.host));
    }

    private String portOfPlanHost(String host) {
        Origin origin = read.origin(SCHEMA.port);
        Optional<PlanHost> own = planHosts.meantBy(host).filter(PlanHost::isRunning);
        if (origin.isPlan() && own.isPresent()) {
            return String.valueOf(own.get().port());
        }
        String reason = origin.isPlan()
                ? "and none is set for hosts without one"
                : "since the port is " + origin.words() + ", which has given nothing";
        throw new IllegalArgumentException("host '" + host + "' has no port, " + reason + ": " + planHosts.cure(host));
    }
}
