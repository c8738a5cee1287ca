package io.github.isostress.host.session;

import java.util.EnumSet;
import java.util.Set;

/** No answer, and what happens instead. */
public sealed interface Withholding extends Behaviour {
    /** Silence about this request; the next one is answered. */
    record NoAnswer() implements Withholding {
        @Override
        public String name() {
            return "no answer";
        }

        @Override
        public void play(HostTurn turn) {
            // Nothing is what a client sees of it.
        }
    }

    /** The connection ends in good order: close_notify for TLS, FIN for TCP. */
    record Close() implements Withholding {
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

    /** The connection is broken off by a TCP RST. */
    record Reset() implements Withholding {
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
