package io.github.isostress.health;

/** What a request may have to wait for before it is sent. */
public enum Wait {
    /** A connection of a pool. */
    POOL,
    /** Room among the requests under way on a shared connection. */
    WINDOW
}
