package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/** What the host can do about a request, about a new connection, or at a time. Immutable. */
public sealed interface Behaviour permits AnswerContent, AnswerSending, Withholding, BeforeAnswer, HostWide {
    /** The words by which the rules and the host's record call it; what differs for a client has names of its own. */
    String name();

    /** When it can be played. */
    default Set<Occasion> occasions() {
        return EnumSet.of(Occasion.REQUEST);
    }

    /** Whether nothing can be played after it: the request has had its answer or will never have one. */
    default boolean isLast() {
        return true;
    }

    /** Whether it reads or writes data elements, so that the host must have a packager. */
    default boolean needsElements() {
        return false;
    }

    /** The data element without which a request gives it nothing to do. */
    default OptionalInt neededElement() {
        return OptionalInt.empty();
    }

    /** What is played this time. */
    default Behaviour drawn(SplittableRandom random) {
        return this;
    }

    /**
     * Plays it.
     *
     * @throws FailureException if the client has gone, or the answer cannot be changed
     */
    void play(HostTurn turn) throws FailureException;
}
