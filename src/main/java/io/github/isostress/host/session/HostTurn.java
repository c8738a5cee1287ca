package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import java.util.SplittableRandom;

/**
 * What a behaviour acts on: one connection, the request's right answer, and chance. Used by the connection's thread.
 */
final class HostTurn {
    private final HostSession session;
    private final byte[] rightAnswer;
    private final SplittableRandom random;

    /**
     * @param rightAnswer the answer without any rule, without framing; null if there is no request
     * @param random decides what a behaviour leaves to chance
     */
    HostTurn(HostSession session, byte[] rightAnswer, SplittableRandom random) {
        this.session = session;
        this.rightAnswer = rightAnswer;
        this.random = random;
    }

    /**
     * Carries out a behaviour and counts it. It counts first, so that a client that sees the effect finds the count.
     */
    void play(Behaviour behaviour) throws FailureException {
        Behaviour drawn = behaviour.drawn(random);
        session.record().play(drawn.name());
        drawn.play(this);
    }

    /** Sends the right answer, if there is a request. */
    void answerRightly() throws FailureException {
        if (rightAnswer != null) {
            answer(framed(rightAnswer));
        }
    }

    /** The answer without any rule, without framing. */
    byte[] rightAnswer() {
        return rightAnswer;
    }

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
        return session.services().controls();
    }

    /** Only behaviours that need a packager call this; without one they are refused before. */
    HostMessages messages() {
        return session.services().messages().orElseThrow();
    }

    SplittableRandom random() {
        return random;
    }

    GarbageBytes garbage() {
        return new GarbageBytes(random, framing(), session.services().messages());
    }

    /** Sends a whole answer and counts it. */
    void answer(byte[] bytes) throws FailureException {
        line().write(bytes);
        answered();
    }

    /** Counts the request as answered. */
    void answered() {
        session.record().answered();
    }

    /** Sends a whole answer after {@code nanos}, from another thread. */
    void answerLater(byte[] frame, long nanos) {
        HostControls host = host();
        host.later(() -> line().writeLate(frame, this::answered, host.writers()), nanos);
    }

    /** Counts and logs that a rule ends the connection. */
    void hangsUp(Behaviour behaviour) {
        session.hungUp("by the rule '" + behaviour.name() + "'", "");
    }

    /** Sends an echo request. */
    void speak() throws FailureException {
        session.speak(messages().echoes().next());
    }
}
