package io.github.isostress.jmeter.agent;

import java.rmi.Remote;
import java.rmi.RemoteException;

/**
 * Where the agents of a run wait for each other before their load begins: an object of the controller, whose stub comes
 * with the plan. Thread-safe.
 */
public interface StartingLine extends Remote {
    /**
     * Says that an agent is ready, and waits until the others are, too. Blocks.
     *
     * @param agent its number, from 1
     * @param timer which of the plan's rate timers begins, in the order of the plan, from 0
     * @param longestMillis how long the first agent that is ready waits for the others, 0 to 86,400,000
     * @return in how many nanoseconds all begin, counted from now; negative if the others have begun before
     * @throws RemoteException if the controller does not hear it, as after the run
     * @throws IllegalArgumentException with one clear sentence if the controller awaits no such agent or timer
     */
    long await(int agent, int timer, long longestMillis) throws RemoteException;
}
