package io.github.isostress.link;

import io.github.isostress.failure.FailureException;

/** Tells how the next connection is to be made: the same for each, or read anew. */
@FunctionalInterface
public interface LinkPlan {
    /**
     * The settings of the next connection, asked for in the thread that opens it.
     *
     * @throws FailureException if they cannot be used
     */
    LinkSettings settings() throws FailureException;
}
