package io.github.isostress.host.session;

import java.util.EnumSet;
import java.util.Set;

/** Behaviours that send no answer. */
public sealed interface WithoutAnswer extends Behaviour {
    /** No answer to this request; the next one is answered. */
    record NoAnswer() implements WithoutAnswer {
        @Override
        public String name() {
            return "no answer";
        }

        @Override
        public void play(HostTurn turn) {
            // The client sees nothing.
        }
    }

    /** The connection is closed: close_notify for TLS, FIN for TCP. */
    record Close() implements WithoutAnswer {
        @Override
        public String name() {
            return "close";
        }

        @Override
        public Set<Occasion> occasions() {
            return EnumSet.of(Occasion.REQUEST, Occasion.CONNECT);
        }

        @Override
        public void play(HostTurn turn) {
            turn.hangsUp(this);
            turn.line().close();
        }
    }

    /** The connection is closed by a TCP RST. */
    record Reset() implements WithoutAnswer {
        @Override
        public String name() {
            return "reset";
        }

        @Override
        public Set<Occasion> occasions() {
            return EnumSet.of(Occasion.REQUEST, Occasion.CONNECT);
        }

        @Override
        public void play(HostTurn turn) {
            turn.hangsUp(this);
            turn.line().reset();
        }
    }
}
