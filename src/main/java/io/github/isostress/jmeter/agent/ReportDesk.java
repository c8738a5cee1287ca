package io.github.isostress.jmeter.agent;

import java.rmi.Remote;
import java.rmi.RemoteException;

/**
 * Where the agents of a run hand in their reports: an object of the controller, whose stub comes with the plan.
 * Thread-safe.
 */
public interface ReportDesk extends Remote {
    /** The longest report that is taken, in bytes. */
    int MOST_BYTES = 16 << 20;

    /**
     * Takes the report of an agent.
     *
     * @param report JSON in UTF-8: bytes alone, so that nothing else is ever deserialised at the controller
     * @throws RemoteException if the controller does not hear it, as after the run
     * @throws IllegalArgumentException with one clear sentence if the controller refuses it
     */
    void handIn(byte[] report) throws RemoteException;
}
