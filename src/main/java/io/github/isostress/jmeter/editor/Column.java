package io.github.isostress.jmeter.editor;

/** The table's columns from left to right. */
enum Column {
    PATH("path", 9),
    NAME("name", 24),
    VALUE("value", 26),
    PROBLEM("problem", 30),
    /** Shown only where something is inherited. */
    ORIGIN("origin", 18);

    private final String key;
    private final int characters;

    Column(String key, int characters) {
        this.key = key;
        this.characters = characters;
    }

    static Column at(int index) {
        return values()[index];
    }

    String title() {
        return EditorLabels.get(key);
    }

    String tip() {
        return EditorLabels.get(key + ".tip");
    }

    /** The width that suits the column, in characters. */
    int characters() {
        return characters;
    }
}
