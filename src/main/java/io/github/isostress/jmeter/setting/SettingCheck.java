package io.github.isostress.jmeter.setting;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.lang3.StringUtils;

/** Finds out what is wrong with a property as it is written, quickly: it is asked at each key. Stateless. */
@FunctionalInterface
public interface SettingCheck {
    /** Where any text is right. */
    SettingCheck NONE = text -> Optional.empty();

    /** The sentence about a text that breaks the field's rule; empty if it keeps it. */
    Optional<String> problem(String text);

    /**
     * By what reads the text in a run. A text with an expression is not looked into: nobody knows what it will be.
     *
     * @param reading throws an IllegalArgumentException with one clear sentence
     */
    static SettingCheck readBy(Consumer<String> reading) {
        return text -> {
            if (text.contains("${")) {
                return Optional.empty();
            }
            try {
                reading.accept(text.strip());
                return Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.of(e.getMessage());
            }
        };
    }

    /** A whole number within bounds, both included. */
    static SettingCheck whole(long least, long most) {
        return readBy(text -> {
            if (!text.matches("-?\\d{1,18}")) {
                throw refusal(text, "is no whole number of " + least + " to " + most);
            }
            if (Long.parseLong(text) < least || Long.parseLong(text) > most) {
                throw refusal(text, "is outside " + least + " to " + most);
            }
        });
    }

    /** A number within bounds, both included. */
    static SettingCheck decimal(long least, long most) {
        return readBy(text -> {
            if (!text.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
                throw refusal(text, "is no number of " + least + " to " + most);
            }
            if (Double.parseDouble(text) < least || Double.parseDouble(text) > most) {
                throw refusal(text, "is outside " + least + " to " + most);
            }
        });
    }

    /** One of some words, or nothing. */
    static SettingCheck oneOf(List<String> words) {
        return readBy(text -> requireEach(List.of(text), words)).orBlank();
    }

    /** Some of these words, separated by commas or blanks, or nothing. */
    static SettingCheck someOf(List<String> words) {
        return readBy(text -> requireEach(List.of(StringUtils.split(text, ", \t\r\n")), words));
    }

    private static void requireEach(List<String> written, List<String> words) {
        for (String word : written) {
            if (!words.contains(word)) {
                throw refusal(word, "is none of: " + String.join(", ", words));
            }
        }
    }

    /** The name of a file on this machine, or nothing. */
    static SettingCheck file() {
        return readBy(name -> {
                    if (!Files.isReadable(PropertyReader.resolve(name))) {
                        throw refusal(
                                PropertyReader.resolve(name).toString(), "is no file on this machine that can be read");
                    }
                })
                .orBlank();
    }

    /** Where a blank text is right, too. */
    default SettingCheck orBlank() {
        return text -> text.isBlank() ? Optional.empty() : problem(text);
    }

    private static IllegalArgumentException refusal(String text, String rule) {
        String shown = text.isEmpty() ? "nothing" : "'" + StringUtils.abbreviateMiddle(text, "...", 80) + "'";
        return new IllegalArgumentException(shown + " " + rule);
    }
}
