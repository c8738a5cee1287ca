package io.github.isostress.jmeter.agent;

import java.io.ObjectInputFilter;
import java.rmi.NoSuchObjectException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.server.UnicastRemoteObject;
import org.apache.jmeter.rmi.RmiUtils;
import org.apache.jmeter.util.JMeterUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets agents reach objects of this controller, as they reach JMeter's own listeners on it: by its socket factories, with
 * TLS or without, and on its port where {@code client.rmi.localport} names one. Stateless.
 */
final class ReachableByAgents {
    private static final Logger LOG = LoggerFactory.getLogger(ReachableByAgents.class);

    private static final String LOCAL_PORT = "client.rmi.localport";

    /** JMeter's listeners for samples have it. */
    private static final int PORT_OF_LISTENERS = 2;

    private ReachableByAgents() {}

    /**
     * Opens an object to them.
     *
     * @param filter says what of their calls may be deserialised
     * @throws RemoteException if this machine cannot be reached by RMI
     */
    static void open(Remote object, ObjectInputFilter filter) throws RemoteException {
        UnicastRemoteObject.exportObject(
                object, port(), RmiUtils.createClientSocketFactory(), RmiUtils.createServerSocketFactory(), filter);
    }

    private static int port() {
        int port = JMeterUtils.getPropDefault(LOCAL_PORT, 0);
        return port == 0 ? 0 : port + PORT_OF_LISTENERS;
    }

    /** From now on agents find it closed; calls that have begun go on. */
    static void close(Remote object) {
        try {
            UnicastRemoteObject.unexportObject(object, true);
        } catch (NoSuchObjectException e) {
            LOG.debug("It was closed before", e);
        }
    }
}
