package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What a rule does about a request, on a new connection, or at a time. A new behaviour is a record in one of the
 * permitted files. Immutable.
 */
public sealed interface Behaviour
        permits AnswerContent, AnswerSealing, AnswerSending, Forward, WithoutAnswer, BeforeAnswer, HostWide {
    /**
     * The words of the rule, also used in the host's record; behaviours that differ for a client have different names.
     */
    String name();

    default Set<Occasion> occasions() {
        return EnumSet.of(Occasion.REQUEST);
    }

    /** Whether no behaviour can follow: the request is answered, or never will be. */
    default boolean isLast() {
        return true;
    }

    /** Whether it needs data elements, and so a packager. */
    default boolean needsElements() {
        return false;
    }

    /** The data element that a request must have for this behaviour to act; empty if it needs none. */
    default OptionalInt neededElement() {
        return OptionalInt.empty();
    }

    /** The behaviour to carry out this time; a mix draws one. */
    default Behaviour drawn(SplittableRandom random) {
        return this;
    }

    /**
     * Carries it out.
     *
     * @throws FailureException if the client has gone, or the answer cannot be changed
     */
    void play(HostTurn turn) throws FailureException;
}
