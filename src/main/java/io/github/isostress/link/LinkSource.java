package io.github.isostress.link;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.util.Optional;

/** Where a JMeter thread gets a link for each of its samples: its own, or one of a pool. Used by that thread. */
interface LinkSource {
    /**
     * A link for one sample; to be given back.
     *
     * @throws LinkNotOpened if none became free in time
     * @throws FailureException if the wait was interrupted
     */
    Link take(LinkOwner owner, Interruption interruption) throws LinkNotOpened, FailureException;

    /**
     * As {@link #take}, of a sample that waits for the other end's requests.
     *
     * @throws FailureException also {@link Failure#CONFIG_ERROR} if such requests would not be seen on these links
     */
    Link takeToReceive(LinkOwner owner, Interruption interruption) throws FailureException;

    /**
     * A link to be opened before a sample needs one; to be given back. Does not wait for one that others use.
     *
     * @return empty if no more links need be opened
     * @throws FailureException if the thread was interrupted
     */
    Optional<Link> takeToOpen(Interruption interruption) throws FailureException;

    /** Gives a link back after its sample. */
    void giveBack(Link link);

    /**
     * The thread begins another iteration.
     *
     * @param sameUser whether the thread group goes on as the same user
     */
    void nextIteration(boolean sameUser);

    /** The thread ends. */
    void close();
}
