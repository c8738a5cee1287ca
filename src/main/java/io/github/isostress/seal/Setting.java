package io.github.isostress.seal;

import java.util.List;

/**
 * A setting of a formula, for the editor, the pages and the check of what is written. Immutable.
 *
 * @param name before the equals sign
 * @param summary what it is, for people, in a few words
 * @param isRequired whether a formula without it is refused
 * @param byDefault what counts without it, for people and, where there are choices, one of them; empty for nothing
 * @param choices the words it takes; empty if it takes any value
 */
public record Setting(String name, String summary, boolean isRequired, String byDefault, List<String> choices) {
    /** Copies the choices. */
    public Setting {
        choices = List.copyOf(choices);
    }

    static Setting required(String name, String summary) {
        return new Setting(name, summary, true, "", List.of());
    }

    static Setting optional(String name, String summary) {
        return optional(name, summary, "");
    }

    static Setting optional(String name, String summary, String byDefault) {
        return new Setting(name, summary, false, byDefault, List.of());
    }

    /** One of some words, of which one must be given. */
    static Setting choice(String name, String summary, List<String> choices) {
        return new Setting(name, summary, true, "", choices);
    }

    /** One of some words, or none of them. */
    static Setting oneOf(String name, String summary, List<String> choices) {
        return new Setting(name, summary, false, "", choices);
    }

    /** One of some words, of which the first counts where none is given. */
    static Setting choiceOr(String name, String summary, List<String> choices) {
        return new Setting(name, summary, false, choices.get(0), choices);
    }
}
