package io.github.isostress.host.session;

import java.util.List;

/** The event that a rule waits for. Immutable. */
public sealed interface Trigger {
    Occasion occasion();

    /**
     * A request.
     *
     * @param conditions all of them must hold
     */
    record OnRequest(List<Condition> conditions, Frequency frequency) implements Trigger {
        @Override
        public Occasion occasion() {
            return Occasion.REQUEST;
        }

        boolean fits(ReceivedMessage request) {
            for (Condition condition : conditions) {
                if (!condition.holds(request)) {
                    return false;
                }
            }
            return true;
        }

        /** Whether no request reaches the rules below it. */
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

    /** Once, this long after the host's start, in nanoseconds. */
    record After(long nanos) implements Trigger {
        @Override
        public Occasion occasion() {
            return Occasion.TIME;
        }
    }

    /** Again and again at this interval from the host's start, in nanoseconds. */
    record Every(long nanos) implements Trigger {
        @Override
        public Occasion occasion() {
            return Occasion.TIME;
        }
    }
}
