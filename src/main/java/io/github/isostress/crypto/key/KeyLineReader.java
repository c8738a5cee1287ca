package io.github.isostress.crypto.key;

import io.github.isostress.crypto.CipherAlgorithm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes one line of keys apart; one reader for one line. A word that may hold digits of a key, because something before
 * it is missing, is told by its place alone.
 */
final class KeyLineReader {
    private static final String UNDER = "under";
    private static final String CHECK_VALUE = "kcv";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,39}");
    private static final Pattern DIGITS_OF_A_KEY = Pattern.compile("[0-9A-Fa-f]{12,}");
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z-]{1,12}");

    private final int number;
    private final List<String> words;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Optional<CipherAlgorithm> algorithm = Optional.empty();

    KeyLineReader(int number, List<String> words) {
        this.number = number;
        this.words = words;
    }

    /**
     * @throws IllegalArgumentException with one clear sentence
     */
    KeyLine read() {
        String name = words.get(0);
        if (!NAME.matcher(name).matches() || DIGITS_OF_A_KEY.matcher(name).matches()) {
            throw new IllegalArgumentException("line " + number + ": the first word is the name of the key: "
                    + "a letter, then letters, digits, '_', '.' or '-', 40 at most, and not hex digits alone");
        }
        try {
            KeyUse use = use();
            for (int i = 2; i < words.size(); i++) {
                take(i);
            }
            KeyForm form = form();
            return new KeyLine(
                    number,
                    name,
                    new WrittenKey(
                            use,
                            algorithm,
                            form,
                            settings.get(form.toString()),
                            Optional.ofNullable(settings.get(CHECK_VALUE))),
                    under(form));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": key '" + name + "': " + e.getMessage(), e);
        }
    }

    private KeyUse use() {
        return Optional.of(words)
                .filter(all -> all.size() > 1)
                .flatMap(all -> KeyUse.of(all.get(1)))
                .orElseThrow(() -> new IllegalArgumentException("the second word is the use: "
                        + Arrays.stream(KeyUse.values()).map(KeyUse::word).collect(Collectors.joining(", "))));
    }

    private void take(int place) {
        String word = words.get(place);
        int equals = word.indexOf('=');
        if (equals < 0) {
            takeAlgorithm(place, word);
            return;
        }
        String setting = word.substring(0, equals);
        if (!setting.equals(UNDER)
                && !setting.equals(CHECK_VALUE)
                && KeyForm.of(setting).isEmpty()) {
            throw new IllegalArgumentException(shown(place, setting) + " is no setting; there are "
                    + Arrays.stream(KeyForm.values()).map(KeyForm::toString).collect(Collectors.joining("=, "))
                    + "=, under= and kcv=");
        }
        if (settings.put(setting, word.substring(equals + 1)) != null) {
            throw new IllegalArgumentException(setting + "= is given twice");
        }
    }

    private void takeAlgorithm(int place, String word) {
        CipherAlgorithm named = Arrays.stream(CipherAlgorithm.values())
                .filter(candidate -> candidate.toString().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(shown(place, word)
                        + " is neither an algorithm (3des, aes) nor a setting; values have no blanks in them"));
        if (algorithm.isPresent()) {
            throw new IllegalArgumentException("the algorithm is given twice");
        }
        algorithm = Optional.of(named);
    }

    private static String shown(int place, String word) {
        boolean isPlain = PLAIN_WORD.matcher(word).matches() && !word.matches("[0-9A-Fa-f]+");
        return isPlain ? "'" + word + "'" : "word " + (place + 1);
    }

    private KeyForm form() {
        List<KeyForm> forms = Arrays.stream(KeyForm.values())
                .filter(form -> settings.containsKey(form.toString()))
                .toList();
        if (forms.size() != 1) {
            throw new IllegalArgumentException(
                    forms.isEmpty()
                            ? "the value is missing: one of clear=, components=, ecb=, cbc= or tr31="
                            : "the value is given twice: as " + forms.get(0) + "= and as " + forms.get(1) + "=");
        }
        return forms.get(0);
    }

    private Optional<String> under(KeyForm form) {
        Optional<String> under = Optional.ofNullable(settings.get(UNDER));
        if (under.isPresent() && !form.isUnderKey()) {
            throw new IllegalArgumentException("under= does not go with " + form + "=, which needs no other key");
        }
        return under;
    }
}
