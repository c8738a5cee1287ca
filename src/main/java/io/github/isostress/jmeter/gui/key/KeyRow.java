package io.github.isostress.jmeter.gui.key;

import io.github.isostress.crypto.key.KeyForm;
import io.github.isostress.crypto.key.KeyLineWords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of keys while it is edited: its cells, and the line itself as long as no cell is changed. A comment, or any
 * other line that is no key, has no cells but the first, which shows it.
 */
final class KeyRow {
    private static final String UNDER = "under=";
    private static final String CHECK_VALUE = "kcv=";
    private static final String FIRST_FORM = KeyForm.CLEAR.toString();

    private final Map<KeyColumn, String> cells = new EnumMap<>(KeyColumn.class);
    private final List<String> others = new ArrayList<>();
    private String line;

    private KeyRow(String line) {
        this.line = line;
    }

    /** A key without a value. */
    static KeyRow named(String name) {
        return of(name + " pin 3des " + FIRST_FORM + "=");
    }

    /** Takes a line apart as far as it can be. */
    static KeyRow of(String line) {
        KeyRow row = new KeyRow(line);
        List<String> words = KeyLineWords.of(line);
        Optional<KeyForm> form =
                words.stream().flatMap(word -> form(word).stream()).findFirst();
        if (form.isEmpty() || words.size() < KeyColumn.USE.ordinal() + 1 || isSetting(words.get(0))) {
            return row;
        }
        row.cells.put(KeyColumn.NAME, words.get(0));
        words.stream().skip(1).forEach(row::take);
        return row;
    }

    private static Optional<KeyForm> form(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? Optional.empty() : KeyForm.of(word.substring(0, equals));
    }

    private static boolean isSetting(String word) {
        return word.contains("=");
    }

    private void take(String word) {
        if (form(word).isPresent() && !cells.containsKey(KeyColumn.VALUE)) {
            cells.put(KeyColumn.FORM, form(word).get().toString());
            cells.put(KeyColumn.VALUE, word.substring(word.indexOf('=') + 1));
        } else if (word.startsWith(UNDER)) {
            cells.put(KeyColumn.UNDER, word.substring(UNDER.length()));
        } else if (word.startsWith(CHECK_VALUE)) {
            cells.put(KeyColumn.EXPECTED, word.substring(CHECK_VALUE.length()));
        } else if (!isSetting(word) && !cells.containsKey(KeyColumn.USE)) {
            cells.put(KeyColumn.USE, word);
        } else if (!isSetting(word) && !cells.containsKey(KeyColumn.ALGORITHM)) {
            cells.put(KeyColumn.ALGORITHM, word);
        } else {
            others.add(word);
        }
    }

    /** Whether it has cells. */
    boolean isKey() {
        return !cells.isEmpty();
    }

    /** A cell as it is written; the value, too. */
    String cell(KeyColumn column) {
        return cells.getOrDefault(column, "");
    }

    /** Changes a cell. Blanks are left out, but for those within an expression. */
    void change(KeyColumn column, String text) {
        String cell = text.contains("${") ? text.strip() : text.replaceAll("\\s+", "");
        if (!cell.equals(cell(column))) {
            cells.put(column, cell);
            line = written();
        }
    }

    private String written() {
        return Stream.of(
                        Stream.of(
                                cell(KeyColumn.NAME),
                                cell(KeyColumn.USE),
                                cell(KeyColumn.ALGORITHM),
                                cell(KeyColumn.FORM) + "=" + cell(KeyColumn.VALUE),
                                setting(UNDER, KeyColumn.UNDER),
                                setting(CHECK_VALUE, KeyColumn.EXPECTED)),
                        others.stream())
                .flatMap(words -> words)
                .filter(word -> !word.isEmpty())
                .reduce((before, word) -> before + " " + word)
                .orElse("");
    }

    private String setting(String name, KeyColumn column) {
        return cell(column).isEmpty() ? "" : name + cell(column);
    }

    /** The line as the element keeps it. */
    String line() {
        return line;
    }

    /** Whether a key itself is written here, and no expression that stands for it. */
    boolean isClear() {
        boolean ofClearForm =
                KeyForm.of(cell(KeyColumn.FORM)).map(form -> !form.isUnderKey()).orElse(false);
        return ofClearForm && MaskedValue.hasDigits(cell(KeyColumn.VALUE));
    }

    /** Shows nothing of the value. */
    @Override
    public String toString() {
        return "line of key " + cell(KeyColumn.NAME);
    }
}
