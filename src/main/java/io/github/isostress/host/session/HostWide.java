package io.github.isostress.host.session;

import java.util.EnumSet;
import java.util.Set;

/** Behaviours that concern all clients of a host, whatever event triggers them. */
public sealed interface HostWide extends Behaviour {
    void play(HostControls host);

    @Override
    default void play(HostTurn turn) {
        play(turn.host());
    }

    @Override
    default Set<Occasion> occasions() {
        return EnumSet.allOf(Occasion.class);
    }

    /** Closes every connection, also those whose handshake is under way. */
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
     * Refuses new clients for a while; connected ones are served.
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
