package io.github.isostress.jmeter.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Where an option finds a secret: everybody on the machine can read a command line, so it does not stand there. */
final class Secret {
    private static final String FILE = "@";
    private static final String VARIABLE = "env:";

    private Secret() {}

    /**
     * The secret.
     *
     * @param option for a sentence
     * @param where {@code @FILE}, whose first line it is, or {@code env:NAME}; empty to ask
     * @param console where the user is asked; null if there is none
     * @throws IllegalArgumentException with one clear sentence, which does not show what stands in its place
     */
    static String found(String option, String where, Map<String, String> environment, Console console) {
        if (where.isEmpty()) {
            return asked(option, console);
        }
        if (where.startsWith(FILE)) {
            return firstLine(option, where.substring(FILE.length()));
        }
        if (where.startsWith(VARIABLE)) {
            String name = where.substring(VARIABLE.length());
            String value = environment.get(name);
            if (value == null || value.isEmpty()) {
                throw new IllegalArgumentException(option + ": the environment variable " + name + " is not set");
            }
            return value;
        }
        throw new IllegalArgumentException(option
                + ": everybody on this machine can read a command line; write @FILE, whose first line is the password,"
                + " or env:NAME for an environment variable, or the option alone to be asked");
    }

    private static String asked(String option, Console console) {
        char[] typed = console == null ? null : console.readPassword("%s: ", option);
        if (typed == null) {
            throw new IllegalArgumentException(option + ": there is no terminal at which to ask for it");
        }
        return String.valueOf(typed);
    }

    private static String firstLine(String option, String file) {
        try {
            return Files.readString(Path.of(file)).lines().findFirst().orElse("");
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(option + ": file " + file + " cannot be read", e);
        }
    }
}
