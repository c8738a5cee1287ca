package io.github.isostress.jmeter.command;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.Optional;

/** The last line of a terminal, drawn again in its place. For one thread at a time. */
final class TerminalLine {
    private static final String TO_ITS_BEGINNING = "\r";
    private static final String ERASE = "\u001b[K";
    /** A narrow terminal cuts the line off: one that it wraps cannot be drawn again. */
    private static final String CUT_OFF = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";
    private static final String DUMB = "dumb";

    private final PrintStream out;
    private final boolean knowsSequences;
    private int width;

    /**
     * A line without a text.
     *
     * @param knowsSequences whether the terminal obeys control sequences of ECMA-48; a Windows console may print them
     */
    TerminalLine(PrintStream out, boolean knowsSequences) {
        this.out = out;
        this.knowsSequences = knowsSequences;
    }

    /**
     * That of the terminal to which this process prints; empty if it prints to none, or to one that cannot go back.
     *
     * @param kind the value of {@code TERM}; null where it is not set, as on Windows
     */
    static Optional<TerminalLine> of(PrintStream out, String kind) {
        Console console = System.console();
        return console != null && isTerminal(console) && !DUMB.equals(kind)
                ? Optional.of(new TerminalLine(out, kind != null))
                : Optional.empty();
    }

    /** From Java 22 on there is a console without a terminal, too. */
    private static boolean isTerminal(Console console) {
        try {
            Method asked = Console.class.getMethod("isTerminal");
            return (boolean) asked.invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Draws this text in place of the one before. */
    void draw(String text) {
        if (knowsSequences) {
            out.print(TO_ITS_BEGINNING + ERASE + CUT_OFF + text + WRAP);
        } else {
            out.print(TO_ITS_BEGINNING + text + " ".repeat(Math.max(0, width - text.length())));
        }
        width = text.length();
        out.flush();
    }

    /** Takes the text away: what is printed next stands in its place. */
    void erase() {
        out.print(knowsSequences ? TO_ITS_BEGINNING + ERASE : TO_ITS_BEGINNING + " ".repeat(width) + TO_ITS_BEGINNING);
        width = 0;
        out.flush();
    }
}
