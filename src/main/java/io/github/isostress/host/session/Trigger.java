package io.github.isostress.host.session;

import java.util.List;

/** What a rule waits for. Immutable. */
public sealed interface Trigger {
    /** The occasion it is. */
    Occasion occasion();

    /**
     * A request.
     *
     * @param conditions all of which it must meet
     */
    record OnRequest(List<Condition> conditions, Frequency frequency) implements Trigger {
        @Override
        public Occasion occasion() {
            return Occasion.REQUEST;
        }

        boolean fits(IncomingRequest request) {
            for (Condition condition : conditions) {
                if (!condition.holds(request)) {
                    return false;
                }
            }
            return true;
        }

        /** Whether it leaves no request to the rules below it. */
        public boolean takesEverything() {
            return conditions.isEmpty() && frequency instanceof Frequency.Always;
        }
    }

    /** A new connection. */
    record OnConnect(Frequency frequency) implements Trigger {
        @Override
        public Occasion occasion() {
            return Occasion.CONNECT;
        }
    }

    /** A time after the host's start, in nanoseconds. */
    record After(long nanos) implements Trigger {
        @Override
        public Occasion occasion() {
            return Occasion.TIME;
        }
    }

    /** A time after the host's start, in nanoseconds, and again after the same time. */
    record Every(long nanos) implements Trigger {
        @Override
        public Occasion occasion() {
            return Occasion.TIME;
        }
    }
}
