package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import io.github.isostress.host.seal.ClientSeals;
import io.github.isostress.host.seal.Signing;
import io.github.isostress.host.session.LateFrames.LateFrame;
import java.util.SplittableRandom;

/**
 * What a behaviour acts on: one connection, the request's right answer, and chance. Used by the connection's thread.
 */
final class HostTurn {
    private final HostSession session;
    private final ReceivedMessage request;
    private final byte[] rightAnswer;
    private final SplittableRandom random;
    private Signing signing = Signing.RIGHT;

    /**
     * A turn at a request.
     *
     * @param rightAnswer the answer without any rule, without framing
     * @param random decides what a behaviour leaves to chance
     */
    HostTurn(HostSession session, ReceivedMessage request, byte[] rightAnswer, SplittableRandom random) {
        this.session = session;
        this.request = request;
        this.rightAnswer = rightAnswer;
        this.random = random;
    }

    /** A turn at a new connection, without a request. */
    HostTurn(HostSession session, SplittableRandom random) {
        this(session, null, null, random);
    }

    /**
     * Carries out a behaviour and counts it. It counts first, so that a client that sees the effect finds the count.
     */
    void play(Behaviour behaviour) throws FailureException {
        Behaviour drawn = behaviour.drawn(random);
        count(drawn.name());
        drawn.play(this);
    }

    /** Counts what was done by its name. */
    void count(String name) {
        session.record().play(name);
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

    /** The frame of an answer, signed, which is written next. */
    byte[] framed(byte[] message) throws FailureException {
        return session.framed(request, message, signing);
    }

    /** How the answer is signed. */
    Signing signing() {
        return signing;
    }

    /** From now on the answer is signed otherwise. */
    void sign(Signing other) {
        signing = other;
    }

    Framing framing() {
        return line().framing();
    }

    /** What is verified and signed on the connection. */
    ClientSeals seals() {
        return session.seals();
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

    /** Sends a whole answer, and does something before anything else is sent. */
    void answerThen(byte[] message, Runnable then) throws FailureException {
        line().writeThen(framed(message), then);
        answered();
    }

    /** Counts the request as answered. */
    void answered() {
        session.record().answered();
    }

    /** Sends a whole answer, without framing yet, after {@code nanos}, from another thread. */
    void answerLater(byte[] message, long nanos) {
        host().later(() -> answerLate(message, System.nanoTime()), nanos);
    }

    /** Sends a whole answer, without framing yet, at its time, from another thread. */
    void answerLate(byte[] message, long dueNanos) {
        line().writeLate(new LateFrame(message, dueNanos, this), host().writers());
    }

    /** Has another host answer the request. */
    void forward(Forward forward) {
        session.services().routes().get(forward.issuer()).forward(new ForwardedRequest(this, request, forward));
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
