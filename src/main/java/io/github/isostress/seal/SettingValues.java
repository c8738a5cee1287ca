package io.github.isostress.seal;

import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.codec.HexDigits;
import io.github.isostress.message.value.MessageInputs;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The settings of a formula in one message. For one thread at a time. */
record SettingValues(List<FormulaInput.Given> given, MessageInputs message) {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,18}");

    /**
     * A setting's value.
     *
     * @throws IllegalArgumentException if it comes from an element that the message does not have
     */
    String text(String setting) {
        return find(setting).orElseThrow().value(message);
    }

    /** As {@link #text}; a text of its own if the setting is left out, or its element is not there. */
    String textOr(String setting, String otherwise) {
        return find(setting)
                .filter(each -> each.text() != null || each.source(message).isPresent())
                .map(each -> each.value(message))
                .orElse(otherwise);
    }

    /**
     * A whole number; another one if the setting is left out.
     *
     * @throws IllegalArgumentException if it is none of 1 to 18 digits
     */
    long wholeOr(String setting, long otherwise) {
        String text = textOr(setting, String.valueOf(otherwise));
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(setting + " must be a whole number");
        }
        return Long.parseLong(text);
    }

    /**
     * The bytes of a setting in hex digits.
     *
     * @throws IllegalArgumentException if they are none
     */
    byte[] bytes(String setting) {
        return bytes(setting, text(setting));
    }

    /** As {@link #bytes(String)}, of a text that is known. */
    static byte[] bytes(String setting, String hex) {
        try {
            return HexDigits.parse(hex);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + " must be whole bytes in hex digits");
        }
    }

    /** As {@link #bytes(String)}, of the value of a tag. */
    static byte[] bytesOfTag(String tag, String hex) {
        try {
            return HexDigits.parse(hex);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("tag " + tag + " must be whole bytes in hex digits");
        }
    }

    /**
     * The key that a setting names.
     *
     * @throws IllegalArgumentException if there is none, or it has another use
     */
    NamedKey key(String setting, KeyUse... uses) {
        return message.keys().get(text(setting), uses);
    }

    /** The value of an element. */
    Optional<String> element(ElementPath path) {
        return message.value(path);
    }

    private Optional<FormulaInput.Given> find(String setting) {
        for (FormulaInput.Given each : given) {
            if (each.input().setting().equals(setting)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
