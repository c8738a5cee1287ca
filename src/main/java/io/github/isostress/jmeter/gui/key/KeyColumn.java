package io.github.isostress.jmeter.gui.key;

import java.util.Locale;

/** The columns of the table of keys. */
enum KeyColumn {
    NAME,
    USE,
    ALGORITHM,
    FORM,
    VALUE,
    UNDER,
    EXPECTED,
    FOUND;

    /** The key of its label. */
    String label() {
        return "keys.column." + name().toLowerCase(Locale.ROOT);
    }
}
