package io.github.isostress.jmeter.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the commands print of themselves, as texts in this jar: for where the libraries are not that make it. Uses no class of
 * another jar. Stateless.
 */
final class CommandHelp {
    /** Those that have a page, each of that name; a blank one is that of the jar. */
    static final List<String> COMMANDS = List.of("", "run", "host", "summary", "certificates", "migrate", "keys");
    /** The options that ask for it. */
    static final List<String> ASKED = List.of("-h", "--help");

    private static final List<String> VERSION = List.of("-V", "--version");

    private CommandHelp() {}

    /**
     * The text that these arguments ask for: a page, or the versions.
     *
     * @return empty if they ask for work
     * @throws IllegalStateException if this jar is damaged
     */
    static Optional<String> asked(List<String> arguments) {
        if (arguments.isEmpty() || !Collections.disjoint(arguments, ASKED)) {
            return Optional.of(page(
                    arguments.stream().filter(COMMANDS::contains).findFirst().orElse("")));
        }
        return VERSION.contains(arguments.get(0)) ? Optional.of(versions() + System.lineSeparator()) : Optional.empty();
    }

    private static String page(String command) {
        try (InputStream page = CommandHelp.class.getResourceAsStream(resource(command))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line + System.lineSeparator())
                    .reduce("", String::concat);
        } catch (IOException e) {
            throw new IllegalStateException("the help in the plugin's jar is damaged", e);
        }
    }

    /** The file of a page, beside this class. */
    static String resource(String command) {
        return "help/" + (command.isEmpty() ? "commands" : command) + ".txt";
    }

    /** Of the plugin and of Java. */
    static String versions() {
        return "iso-stress "
                + Optional.ofNullable(CommandHelp.class.getPackage().getImplementationVersion())
                        .orElse("of no release")
                + ", Java " + Runtime.version();
    }
}
