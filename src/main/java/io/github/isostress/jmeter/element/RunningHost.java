package io.github.isostress.jmeter.element;

import io.github.isostress.host.EmbeddedHost;
import java.lang.ref.WeakReference;

/** An embedded host that listens in this JVM. Thread-safe. */
public final class RunningHost {
    private final String name;
    private final String address;
    private final String portProperty;
    private final WeakReference<Object> rehearsedFor;
    private final EmbeddedHost host;

    /**
     * A host that has just started.
     *
     * @param rehearsedFor the element that it is a rehearsal of; null if it belongs to a test run
     */
    RunningHost(String name, String address, String portProperty, Object rehearsedFor, EmbeddedHost host) {
        this.name = name;
        this.address = address;
        this.portProperty = portProperty;
        this.rehearsedFor = rehearsedFor == null ? null : new WeakReference<>(rehearsedFor);
        this.host = host;
    }

    /** The name of the element that it was started for. */
    public String name() {
        return name;
    }

    /** Address and port on which it listens. */
    public String endpoint() {
        return address + ":" + port();
    }

    /** The port on which it listens. */
    public int port() {
        return host.port();
    }

    /** The JMeter property that tells the port. */
    public String portProperty() {
        return portProperty;
    }

    /** Whether it was started outside a test run. */
    public boolean isRehearsal() {
        return rehearsedFor != null;
    }

    /** Whether it is a rehearsal of this very element; of an element that is no more, nobody can say so. */
    boolean isRehearsalOf(Object element) {
        return element != null && rehearsedFor != null && rehearsedFor.get() == element;
    }

    /** What it has counted so far; goes on telling when the host has ended. */
    public HostCounts counts() {
        return HostCounts.of(host.record());
    }

    /** Ends it and waits for its threads. */
    void close() {
        host.close();
    }

    /** What happened at it, in words. */
    @Override
    public String toString() {
        return host.record().toString();
    }
}
