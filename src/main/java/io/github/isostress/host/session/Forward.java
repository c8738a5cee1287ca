package io.github.isostress.host.session;

import java.util.OptionalInt;

/**
 * The answer of another host, to which the request is forwarded as it is. Other requests are read and forwarded
 * meanwhile.
 *
 * @param issuer the other host
 * @param ownNanos how long the request is here in all, on its way there and back; 0 for as short as possible
 * @param timeoutNanos how long to wait for the other host's answer
 */
public record Forward(Issuer issuer, long ownNanos, long timeoutNanos) implements Behaviour {
    static final int STAN = 11;

    @Override
    public String name() {
        return "forward";
    }

    @Override
    public boolean needsElements() {
        return true;
    }

    /** Answers are matched by it. */
    @Override
    public OptionalInt neededElement() {
        return OptionalInt.of(STAN);
    }

    @Override
    public void play(HostTurn turn) {
        turn.forward(this);
    }
}
