package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import java.util.SplittableRandom;

/** The host's turn on one connection: what a behaviour plays with. Used by the connection's thread. */
final class HostTurn {
    private final HostSession session;
    private final byte[] rightAnswer;
    private final SplittableRandom random;

    /**
     * A turn in a session.
     *
     * @param rightAnswer what the host would answer without any rule, without framing; null if nothing was asked
     * @param random decides what a behaviour leaves to chance
     */
    HostTurn(HostSession session, byte[] rightAnswer, SplittableRandom random) {
        this.session = session;
        this.rightAnswer = rightAnswer;
        this.random = random;
    }

    /** Plays a behaviour and counts it. The count comes first, so that it is there when a client sees the effect. */
    void play(Behaviour behaviour) throws FailureException {
        Behaviour drawn = behaviour.drawn(random);
        session.record().play(drawn.name());
        drawn.play(this);
    }

    /** Sends the right answer, if there was a request. */
    void answerRightly() throws FailureException {
        if (rightAnswer != null) {
            answer(framed(rightAnswer));
        }
    }

    /** What the host would answer without any rule, without framing. */
    byte[] rightAnswer() {
        return rightAnswer;
    }

    /** A message in its framing. */
    byte[] framed(byte[] message) {
        return framing().wrap(message);
    }

    Framing framing() {
        return line().framing();
    }

    HostLine line() {
        return session.line();
    }

    HostControls host() {
        return session.parts().controls();
    }

    /** Behaviours that need it are only there if the host has a packager. */
    HostMessages messages() {
        return session.parts().messages().orElseThrow();
    }

    SplittableRandom random() {
        return random;
    }

    Noise noise() {
        return new Noise(random, framing(), session.parts().messages());
    }

    /** Sends a whole answer, which counts as one. */
    void answer(byte[] bytes) throws FailureException {
        line().write(bytes);
        answered();
    }

    /** Notes that the request has a whole answer. */
    void answered() {
        session.record().answered();
    }

    /** Sends a whole answer after so many nanoseconds, from a thread of the host's. */
    void answerLater(byte[] frame, long nanos) {
        HostControls host = host();
        host.later(() -> line().writeLate(frame, this::answered, host.writers()), nanos);
    }

    /** Notes that a rule ends the connection. */
    void hangsUp(Behaviour behaviour) {
        session.hungUp("by the rule '" + behaviour.name() + "'", "");
    }

    /** Sends a request of the host's own. */
    void speak() throws FailureException {
        session.speak(messages().echoes().next());
    }
}
