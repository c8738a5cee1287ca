package io.github.isostress.message.describe;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The lines of a text, taken one after another, whatever their line ends. Used by one thread. */
public final class TextLines {
    private final List<String> lines;
    private int next;

    public TextLines(String text) {
        this.lines = text.lines().toList();
    }

    public boolean hasNext() {
        return next < lines.size();
    }

    /** The next line, which stays the next; empty at the end. */
    Optional<String> peek() {
        return hasNext() ? Optional.of(lines.get(next)) : Optional.empty();
    }

    /**
     * Takes the next line.
     *
     * @throws IndexOutOfBoundsException if there is none, see {@link #hasNext}
     */
    public String take() {
        return lines.get(next++);
    }

    /** Whether there is a next line of this form, which is then taken. */
    boolean takeIf(Predicate<String> form) {
        boolean fits = hasNext() && form.test(lines.get(next));
        if (fits) {
            next++;
        }
        return fits;
    }
}
