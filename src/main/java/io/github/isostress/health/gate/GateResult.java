package io.github.isostress.health.gate;

/**
 * Whether a run has passed a gate. Immutable.
 *
 * @param gate as the user wrote it
 * @param held whether the run has passed it
 * @param seen the figure that decided, or why there is none; a few words
 */
public record GateResult(String gate, boolean held, String seen) {
    /** As in {@code held: p99 < 50 ms (12.415 ms)}. */
    public String inWords() {
        return (held ? "held: " : "FAILED: ") + gate + " (" + seen + ")";
    }
}
