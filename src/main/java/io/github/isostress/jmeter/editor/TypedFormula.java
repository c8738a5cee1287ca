package io.github.isostress.jmeter.editor;

import io.github.isostress.message.value.FormulaWords;
import io.github.isostress.seal.FormulaCatalogue;
import io.github.isostress.seal.FormulaKind;
import io.github.isostress.seal.Setting;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;

/**
 * A formula while it is typed, right or wrong, and the part of it at which the caret is. Immutable.
 *
 * @param name of the formula, as far as it is written
 * @param given the settings of all words but the one at the caret
 * @param part what the caret is at
 * @param setting the setting at which it is; empty at the formula's name
 * @param typed the part up to the caret
 * @param from where the part begins in the text, in characters from 0
 * @param to where it ends; behind the equals sign of a setting's name
 */
record TypedFormula(String name, Set<String> given, Part part, String setting, String typed, int from, int to) {
    private static final String EQUALS = "=";

    /** What the caret can be at. */
    enum Part {
        NAME,
        SETTING,
        VALUE
    }

    /**
     * Looks at a formula.
     *
     * @param text ends with the formula
     * @param start where the formula begins in the text, behind its sign
     * @param caret where the caret is in the text, at or behind the start
     */
    static TypedFormula at(String text, int start, int caret) {
        FormulaWords words = new FormulaWords(text.substring(start));
        Set<String> given = new HashSet<>();
        String name = "";
        String current = "";
        int from = caret;
        boolean isName = true;
        boolean isFirst = true;
        for (String word = words.next(); !word.isEmpty(); word = words.next()) {
            int begin = start + words.start();
            name = isFirst ? word : name;
            if (begin <= caret && caret <= begin + word.length()) {
                current = word;
                from = begin;
                isName = isFirst;
            } else {
                isName &= begin > caret;
                given.add(StringUtils.substringBefore(word, EQUALS));
            }
            isFirst = false;
        }
        return of(name, given, isName, current, from, caret);
    }

    private static TypedFormula of(String name, Set<String> given, boolean isName, String word, int from, int caret) {
        int equals = word.indexOf(EQUALS);
        int end = from + word.length();
        String before = word.substring(0, caret - from);
        if (isName) {
            return new TypedFormula(name, given, Part.NAME, "", before, from, end);
        }
        if (equals >= 0 && before.contains(EQUALS)) {
            return new TypedFormula(
                    name,
                    given,
                    Part.VALUE,
                    word.substring(0, equals),
                    before.substring(equals + 1),
                    from + equals + 1,
                    end);
        }
        return new TypedFormula(
                name,
                given,
                Part.SETTING,
                StringUtils.substringBefore(word, EQUALS),
                before,
                from,
                equals < 0 ? end : from + equals + 1);
    }

    /** The same, whichever part of it the caret is at. */
    TypedFormula asWhole() {
        return new TypedFormula(name, given, Part.NAME, "", name, from, to);
    }

    /** What the catalogue has of that name. */
    Optional<FormulaKind> kind() {
        return FormulaCatalogue.kinds().stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    /** The setting of that kind at which the caret is. */
    Optional<Setting> settingOfKind() {
        return kind().flatMap(kind -> kind.settings().stream()
                .filter(known -> known.name().equals(setting))
                .findFirst());
    }
}
