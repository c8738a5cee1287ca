package io.github.isostress.message.value;

import io.github.isostress.message.ElementPath;
import java.util.Set;

/**
 * How an element's value is computed from keys, counters and the rest of its message. Implementations are immutable and
 * may be used by many threads at once.
 */
public interface Formula {
    /** The elements whose values it asks for; those that are computed, too, are computed before. */
    Set<ElementPath> needs();

    /**
     * The value that stands in its place while it is computed over the bytes of the message, as long as the computed one
     * and written alike; empty if it is computed from values alone.
     */
    default String placeholder() {
        return "";
    }

    /** Begins a message: evaluates each expression among the settings, once. */
    Computation begin();
}
