package io.github.isostress.link;

import io.github.isostress.exchange.Exchange;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.OutgoingRequest;
import io.github.isostress.failure.FailureException;

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
     * Opens a link and signs on, without a request.
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
