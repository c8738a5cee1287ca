package io.github.isostress.jmeter.element;

/** Listens on a port that a JMeter property publishes, so that other elements of the plan find it. */
interface PortPublisher {
    /** The JMeter property. */
    String portProperty();

    /** The port on which it listens. */
    int port();
}
