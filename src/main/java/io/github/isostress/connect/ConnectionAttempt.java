package io.github.isostress.connect;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.HostConnection;
import java.util.List;

/** An attempt to get a connection. Used once, by one thread, but for {@link #interrupt()}. */
public interface ConnectionAttempt {
    /** What is to be reached, for reports. */
    ConnectionTarget target();

    /**
     * Waits until the connection stands, TLS included.
     *
     * @throws FailureException if it does not come about
     */
    HostConnection open() throws FailureException;

    /** How long the connection took that {@link #open()} has given; not to be asked where it has failed. */
    OpeningTime time();

    /**
     * The clients that connected until now and could not be taken. Each is told once, by one attempt; empty where we
     * connect. To be asked after {@link #open()}, also after it has failed.
     */
    default List<LostClient> lostClients() {
        return List.of();
    }

    /**
     * Ends the attempt from another thread, with {@link Failure#INTERRUPTED}: also one that has yet to begin, and the
     * connection of one that has just succeeded.
     */
    void interrupt();
}
