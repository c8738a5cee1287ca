package io.github.isostress.health.condition;

/** Knows something of the load that a run makes. */
@FunctionalInterface
public interface LoadGauge {
    /**
     * Adds what it has counted since the run began, and what it sees now. Asked about once a second, by any thread;
     * takes less than a millisecond and never throws.
     */
    void addTo(LoadCounts counts);
}
