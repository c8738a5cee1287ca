package io.github.isostress.jmeter;

import io.github.isostress.message.masking.ShownText;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the stack traces of a run, one for each label and exception class. Leaves out the exceptions' messages: they
 * may quote a secret. Thread-safe.
 */
final class Traces {
    private static final int MOST_KINDS = 100;
    private static final int MOST_FRAMES = 60;
    private static final int MOST_CAUSES = 5;

    private final Set<String> kinds = ConcurrentHashMap.newKeySet();

    /** What to log of a failure; empty if the log has one of this label and class already. */
    Optional<String> firstOf(String label, Throwable thrown) {
        String heading =
                ShownText.of("'" + label + "' failed: ") + thrown.getClass().getName();
        return kinds.size() < MOST_KINDS && kinds.add(heading)
                ? Optional.of(heading + frames(thrown) + causes(thrown))
                : Optional.empty();
    }

    private static String causes(Throwable thrown) {
        return Stream.iterate(thrown.getCause(), cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(cause -> "\nCaused by: " + cause.getClass().getName() + frames(cause))
                .collect(Collectors.joining());
    }

    private static String frames(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .limit(MOST_FRAMES)
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining());
    }
}
