package io.github.isostress.host.session;

import java.util.EnumSet;
import java.util.Set;

/** What concerns all of a host's clients, whoever gave occasion to it. */
public sealed interface HostWide extends Behaviour {
    /** Plays it. */
    void play(HostControls host);

    @Override
    default void play(HostTurn turn) {
        play(turn.host());
    }

    @Override
    default Set<Occasion> occasions() {
        return EnumSet.allOf(Occasion.class);
    }

    /** Every connection that stands or is being made is closed. */
    record DropAllConnections() implements HostWide {
        @Override
        public String name() {
            return "drop all connections";
        }

        @Override
        public void play(HostControls host) {
            host.dropAllConnections();
        }
    }

    /**
     * New clients are refused for a while; those who are connected are served.
     *
     * @param nanos how long
     */
    record StopAccepting(long nanos) implements HostWide {
        @Override
        public String name() {
            return "stop accepting";
        }

        @Override
        public boolean isLast() {
            return false;
        }

        @Override
        public void play(HostControls host) {
            host.stopAccepting(nanos);
        }
    }
}
