package io.github.isostress.link;

import io.github.isostress.exchange.Exchange;
import io.github.isostress.exchange.HostRequest;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.OutgoingRequest;
import io.github.isostress.failure.FailureException;
import java.util.Optional;

/** A JMeter thread's way to its host. Used by that thread. */
public interface ThreadLinks extends AutoCloseable {
    /**
     * Sends a request on a link, which is opened first if need be, and waits for its answer.
     *
     * @throws LinkNotOpened with the event that stands for the request
     * @throws FailureException if the request was never sent
     */
    Outcome run(Exchange exchange, OutgoingRequest request, Interruption interruption)
            throws LinkNotOpened, FailureException;

    /**
     * The next request of the other end that no rule of the connection answers. A link is opened first if need be.
     *
     * @param waitMillis how long to wait for it, from when the link is open
     * @return empty if none came in time, or if the other end closed the connection meanwhile
     * @throws LinkNotOpened if there is no link to wait on
     * @throws FailureException if the wait was interrupted, the connection was lost or the settings cannot be used
     */
    Optional<HostRequest> receive(long waitMillis, Interruption interruption) throws LinkNotOpened, FailureException;

    /**
     * Opens a link and signs on, without a request; of a pool's links, one that is not open yet, if there is one.
     *
     * @throws LinkNotOpened with what came instead
     * @throws FailureException if the settings cannot be used or the wait was interrupted
     */
    void connect(Interruption interruption) throws LinkNotOpened, FailureException;

    /**
     * The thread begins another iteration.
     *
     * @param sameUser whether the thread group goes on as the same user
     */
    void nextIteration(boolean sameUser);

    /** The thread ends: signs off and closes what is its own. */
    @Override
    void close();
}
