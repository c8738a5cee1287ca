package io.github.isostress.jmeter.element;

import io.github.isostress.host.EmbeddedHost;
import java.lang.ref.WeakReference;

/** An embedded host that listens in this JVM. Thread-safe. */
public final class RunningHost implements PortPublisher {
    private final String name;
    private final String portProperty;
    private final WeakReference<Object> rehearsedFor;
    private final EmbeddedHost host;

    /**
     * Wraps a host that has just started.
     *
     * @param rehearsedFor the plan's element for which a user has started it by hand; null if a test has
     */
    RunningHost(String name, String portProperty, Object rehearsedFor, EmbeddedHost host) {
        this.name = name;
        this.portProperty = portProperty;
        this.rehearsedFor = rehearsedFor == null ? null : new WeakReference<>(rehearsedFor);
        this.host = host;
    }

    /** The element's name when the host started. */
    public String name() {
        return name;
    }

    /** Address and port on which it listens. */
    public String endpoint() {
        return host.place();
    }

    /** The port on which it listens. */
    @Override
    public int port() {
        return host.port();
    }

    /** The JMeter property that publishes the port. */
    @Override
    public String portProperty() {
        return portProperty;
    }

    /** Whether a user has started it by hand. */
    public boolean isRehearsal() {
        return rehearsedFor != null;
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
