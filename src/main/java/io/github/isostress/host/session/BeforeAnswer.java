package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import java.util.EnumSet;
import java.util.Set;

/** Behaviours that come before an answer. */
public sealed interface BeforeAnswer extends Behaviour {
    @Override
    default boolean isLast() {
        return false;
    }

    @Override
    default Set<Occasion> occasions() {
        return EnumSet.of(Occasion.REQUEST, Occasion.CONNECT);
    }

    /**
     * A pause; the connection's next requests wait too.
     *
     * @param duration how long
     */
    record Delay(RandomDuration duration) implements BeforeAnswer {
        @Override
        public String name() {
            return "delay";
        }

        @Override
        public void play(HostTurn turn) {
            turn.line().pause(duration.nanos(turn.random()));
        }
    }

    /** A network management echo from the host. */
    record SpeakFirst() implements BeforeAnswer {
        @Override
        public String name() {
            return "speak first";
        }

        @Override
        public boolean needsElements() {
            return true;
        }

        @Override
        public void play(HostTurn turn) throws FailureException {
            turn.speak();
        }
    }
}
