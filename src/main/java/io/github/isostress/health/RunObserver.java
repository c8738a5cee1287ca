package io.github.isostress.health;

/**
 * Hears of every request and every event of a connection, in one JVM and one run, when it is over. Called by many
 * threads at once, between a request and the next: an implementation is thread-safe, returns in less than a microsecond
 * and never throws.
 */
public interface RunObserver {
    /** A request was sent, and was answered or not. */
    void ended(ObservedRequest request);

    /**
     * A request was not sent, since a setting, its template or the plugin is wrong or the wait for a connection was
     * interrupted. A connection that did not come about is an {@link ObservedEvent} instead.
     *
     * @param label of the request
     * @param code of the failure
     */
    void notSent(String label, String code);

    /**
     * A request was not sent, since there was no connection for it. What became of the connection is told of as an
     * {@link ObservedEvent} besides.
     */
    default void lackedConnection() {
        // Most count the event.
    }

    /** Something happened to a connection besides the test's own requests. */
    void happened(ObservedEvent event);

    /** A request had to wait before it was sent. The event of the wait is told of besides. */
    void waited(Wait what, long nanos);

    /** A shared link has ended with its test. */
    void linkEnded(ObservedLink link);
}
