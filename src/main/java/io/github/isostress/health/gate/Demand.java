package io.github.isostress.health.gate;

/** What a gate demands of a run. Immutable. */
@FunctionalInterface
interface Demand {
    /** What was seen, and whether it is what is demanded. */
    record Seen(boolean held, String words) {}

    /**
     * Looks at a run.
     *
     * @param requests those that the gate is about; at least one was sent
     */
    Seen of(GateFigures requests, GatedRun run);

    /** Whether it can be asked of the requests of one label. */
    default boolean canBeOfALabel() {
        return true;
    }

    /** Whether there is something to see only where requests were sent. */
    default boolean needsRequests() {
        return true;
    }
}
