package io.github.isostress.jmeter.element;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.PlanHosts.PlanHost;
import java.lang.ref.WeakReference;
import java.util.Optional;

/** An embedded host that runs in this JVM. Thread-safe. */
public final class RunningHost implements PortPublisher {
    private final String name;
    private final String portProperty;
    private final WeakReference<Object> rehearsedFor;
    private final WrittenHost written;
    private final EmbeddedHost host;

    /**
     * Wraps a host that has just started.
     *
     * @param rehearsedFor the plan's element for which a user has started it by hand; null if a test has
     * @param written the element as it was when the user has; null if a test has
     */
    RunningHost(String name, String portProperty, Object rehearsedFor, WrittenHost written, EmbeddedHost host) {
        this.name = name;
        this.portProperty = portProperty;
        this.rehearsedFor = rehearsedFor == null ? null : new WeakReference<>(rehearsedFor);
        this.written = written;
        this.host = host;
    }

    /** The element's name when the host started. */
    public String name() {
        return name;
    }

    /** Where it listens, or what it connects to. */
    public String place() {
        return host.place();
    }

    /** What it does, for a sentence: {@code listens on 127.0.0.1:5000, property iso8583.host.port}. */
    public String whereabouts() {
        return isConnecting() ? "connects to " + place() : "listens on " + place() + ", property " + portProperty;
    }

    /** Whether it connects to the tested system, instead of listening. */
    boolean isConnecting() {
        return host.isConnecting();
    }

    /** As a connection without a port finds it; empty if it connects. */
    public Optional<PlanHost> asPlanHost() {
        return isConnecting() ? Optional.empty() : Optional.of(new PlanHost(name, host.address(), port()));
    }

    /** The port on which it listens; 0 if it connects. */
    @Override
    public int port() {
        return host.port();
    }

    /** The JMeter property that publishes the port, if it listens. */
    @Override
    public String portProperty() {
        return portProperty;
    }

    /** Whether a user has started it by hand. */
    public boolean isRehearsal() {
        return rehearsedFor != null;
    }

    /** Whether it is a rehearsal that would start otherwise now. */
    public boolean isOutdated(WrittenHost now) {
        return isRehearsal() && !now.equals(written);
    }

    /** Whether it is a rehearsal of this very element. */
    boolean isRehearsalOf(Object element) {
        return element != null && rehearsedFor != null && rehearsedFor.get() == element;
    }

    /** The counts until now, or until the host ended. */
    public HostCounts counts() {
        return HostCounts.of(host.record());
    }

    /** Ends the host and waits for its threads. */
    void close() {
        host.close();
    }

    /** The host's record in words. */
    @Override
    public String toString() {
        return host.record().toString();
    }
}
