package io.github.isostress.connect;

import io.github.isostress.framing.Framing;

/** Takes the clients that connect to this machine. Immutable and thread-safe. Made by {@link Listeners}. */
public final class Accepting implements ConnectionSource {
    private static final int LONGEST_TIMEOUT = 3_600_000;

    private final ClientListener listener;
    private final int timeoutMillis;

    Accepting(ClientListener listener, int timeoutMillis) {
        if (timeoutMillis < 1 || timeoutMillis > LONGEST_TIMEOUT) {
            throw new IllegalArgumentException(
                    "accept timeout " + timeoutMillis + " is outside 1 to " + LONGEST_TIMEOUT + " ms");
        }
        this.listener = listener;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public Framing framing() {
        return listener.settings().reception().framing();
    }

    /** Which place has it makes no difference: clients have no turns. */
    @Override
    public ConnectionAttempt attempt(ConnectionPlace place) {
        return new AcceptAttempt(listener, timeoutMillis);
    }

    /** If both listen at the same place; how long their attempts wait makes no difference. */
    @Override
    public boolean isInterchangeableWith(ConnectionSource other) {
        return other instanceof Accepting accepting && accepting.listener == listener;
    }

    @Override
    public boolean isOfferedByHost() {
        return true;
    }
}
