package io.github.isostress.link;

import io.github.isostress.connect.ConnectionSource;
import io.github.isostress.failure.FailureException;
import java.util.Optional;

/** Says how the next connection is to be made: always alike, or read anew. */
@FunctionalInterface
public interface LinkPlan {
    /**
     * The settings of the next connection, asked for in the thread that opens it.
     *
     * @throws FailureException if they cannot be used
     */
    LinkSettings settings() throws FailureException;

    /** Where all connections come from; empty if the next settings may say otherwise. */
    default Optional<ConnectionSource> source() {
        return Optional.empty();
    }

    /** Whether links that ask one source may be given connections of the other; empty if each connect has its own. */
    static boolean areInterchangeable(Optional<ConnectionSource> one, Optional<ConnectionSource> other) {
        return one.isPresent() && other.isPresent()
                ? one.get().isInterchangeableWith(other.get())
                : one.isEmpty() && other.isEmpty();
    }

    /** With these settings for each connection. */
    static LinkPlan always(LinkSettings settings) {
        return new LinkPlan() {
            @Override
            public LinkSettings settings() {
                return settings;
            }

            @Override
            public Optional<ConnectionSource> source() {
                return Optional.of(settings.source());
            }
        };
    }
}
