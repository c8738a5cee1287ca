package io.github.isostress.health.gate;

import java.util.Optional;

/** One line of gates: a gate, or what is none. Immutable. */
interface GateLine {
    /** As the user wrote it. */
    String text();

    /** Why it is no gate, in one clear sentence; empty if it is one. */
    Optional<String> fault();

    GateResult check(GatedRun run);

    /** Reads a line. */
    static GateLine parse(String text) {
        try {
            return Gate.parse(text);
        } catch (IllegalArgumentException e) {
            return new Wrong(text, e.getMessage());
        }
    }

    /** A line that is no gate. No run passes it: a typing error must not let one pass. */
    record Wrong(String text, String sentence) implements GateLine {
        @Override
        public Optional<String> fault() {
            return Optional.of(sentence);
        }

        @Override
        public GateResult check(GatedRun run) {
            return new GateResult(text, false, sentence);
        }
    }
}
