package io.github.isostress.connect;

import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Where a run waits for hosts that connect to it: each address and port once. Thread-safe. */
public final class Listeners implements AutoCloseable {
    private final List<ClientListener> listeners = new ArrayList<>();

    /**
     * A source of the clients that connect there. Does not listen yet: its first attempt does, or {@link #begin}.
     *
     * @param timeoutMillis how long an attempt waits for a client: 1 to 3,600,000
     * @throws IllegalArgumentException with one clear sentence if the run listens there with other settings, or the
     *     timeout is out of its range
     */
    public Accepting source(ListenSettings settings, int timeoutMillis) {
        return new Accepting(at(settings), timeoutMillis);
    }

    /**
     * Begins to listen, if it does not yet.
     *
     * @return the port
     * @throws FailureException {@link io.github.isostress.failure.Failure#PORT_IN_USE} or {@link
     *     io.github.isostress.failure.Failure#LISTEN_FAILED}; each attempt then tries it again
     * @throws IllegalArgumentException as {@link #source}
     */
    public int begin(ListenSettings settings) throws FailureException {
        ClientListener listener = at(settings);
        return listener.begin();
    }

    private synchronized ClientListener at(ListenSettings settings) {
        for (ClientListener each : listeners) {
            if (each.settings().equals(settings)) {
                return each;
            }
            if (each.settings().isInTheWayOf(settings)) {
                throw new IllegalArgumentException("listen port " + settings.port()
                        + ": the test listens there already with other settings of framing, socket, timeout or TLS;"
                        + " give this connection a port of its own, or the same settings");
            }
        }
        ClientListener listener = new ClientListener(settings);
        listeners.add(listener);
        return listener;
    }

    /**
     * Tells of the clients that could not be taken and that no attempt has told of.
     *
     * @param teller is given the address and port that a client had connected to, and why it was not taken
     */
    public void tellOfLostClients(BiConsumer<String, FailureReport> teller) {
        for (ClientListener each : all()) {
            each.lost().tell().forEach(lost -> teller.accept(each.words(), lost.failure()));
        }
    }

    private synchronized List<ClientListener> all() {
        return List.copyOf(listeners);
    }

    /** Stops listening everywhere, and closes the connections that nobody has taken. */
    @Override
    public void close() {
        all().forEach(ClientListener::close);
    }
}
