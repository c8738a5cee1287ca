package io.github.isostress.seal;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/**
 * Which keys the answers to session messages bring: a line each with the key's name, the element, the form and the key
 * under which it is enciphered, such as {@code ZPK 48 tr31 under=TMK} or {@code MAK 53 ecb under=TMK kcv=62}. {@code #}
 * begins a comment. Immutable and thread-safe.
 *
 * @param keys in the order of the lines
 */
public record NewKeys(List<NewKey> keys) {
    /** No keys. */
    public static final NewKeys NONE = new NewKeys(List.of());

    private static final String UNDER = "under=";
    private static final String CHECK_VALUE = "kcv=";
    private static final int LEAST_WORDS = 4;

    /** Copies the keys. */
    public NewKeys {
        keys = List.copyOf(keys);
    }

    /**
     * Reads the lines.
     *
     * @throws IllegalArgumentException naming the line and the rule that it breaks
     */
    public static NewKeys parse(String text) {
        List<NewKey> keys = new ArrayList<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = StringUtils.substringBefore(lines[i], "#").strip();
            if (!line.isEmpty()) {
                keys.add(key(i + 1, StringUtils.split(line)));
            }
        }
        return keys.isEmpty() ? NONE : new NewKeys(keys);
    }

    private static NewKey key(int line, String... words) {
        try {
            if (words.length < LEAST_WORDS || words.length > LEAST_WORDS + 1 || !words[3].startsWith(UNDER)) {
                throw new IllegalArgumentException(
                        "write a key's name, an element, tr31, ecb or cbc, and under= with the"
                                + " name of the key that enciphers it, such as ZPK 48 tr31 under=TMK");
            }
            return new NewKey(
                    words[0],
                    ElementPath.parse(words[1]),
                    form(words[2]),
                    words[3].substring(UNDER.length()),
                    words.length > LEAST_WORDS ? Optional.of(checkValue(words[LEAST_WORDS])) : Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + line + ": " + e.getMessage(), e);
        }
    }

    private static NewKey.Form form(String word) {
        return Arrays.stream(NewKey.Form.values())
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the form is none of tr31, ecb, cbc"));
    }

    private static ElementPath checkValue(String word) {
        if (!word.startsWith(CHECK_VALUE)) {
            throw new IllegalArgumentException("behind under= stands nothing but kcv= with an element");
        }
        return ElementPath.parse(word.substring(CHECK_VALUE.length()));
    }

    /**
     * The keys that an answer brings.
     *
     * @param known the keys in force
     * @throws IllegalArgumentException naming the key and the rule that is broken; never with a key
     */
    List<NamedKey> in(DecodedMessage answer, Keys known) {
        List<NamedKey> brought = new ArrayList<>();
        for (NewKey key : keys) {
            key.in(answer, known).ifPresent(brought::add);
        }
        return brought;
    }
}
