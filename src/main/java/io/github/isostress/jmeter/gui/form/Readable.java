package io.github.isostress.jmeter.gui.form;

import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** A longer text that can be scrolled, selected and copied, in columns. */
public final class Readable extends JScrollPane {
    private static final long serialVersionUID = 1L;
    private static final int MOST_ROWS = 24;
    private static final int MOST_COLUMNS = 110;

    private final JTextArea area = new JTextArea();

    /**
     * An empty text.
     *
     * @param name what it is, for those who do not see it
     */
    Readable(String name) {
        area.setEditable(false);
        FixedWidth.write(area);
        TabKey.leaves(area);
        area.getAccessibleContext().setAccessibleName(name);
        setViewportView(area);
    }

    /** A text in a pane as large as itself, up to a limit. */
    static Readable of(String name, String text) {
        Readable readable = new Readable(name);
        readable.show(text);
        readable.area.setRows((int) Math.min(MOST_ROWS, text.lines().count() + 1));
        readable.area.setColumns(Math.min(
                MOST_COLUMNS, text.lines().mapToInt(String::length).max().orElse(0) + 1));
        return readable;
    }

    /** Sentences, wrapped at the end of a line. */
    static Readable ofSentences(String name, String text) {
        Readable readable = of(name, text);
        readable.area.setLineWrap(true);
        readable.area.setWrapStyleWord(true);
        int rows =
                text.lines().mapToInt(line -> 1 + line.length() / MOST_COLUMNS).sum();
        readable.area.setRows(Math.min(MOST_ROWS, rows + 1));
        return readable;
    }

    /** Whether long lines are wrapped. */
    public boolean wraps() {
        return area.getLineWrap();
    }

    /** Shows a text from its beginning. */
    void show(String text) {
        area.setText(text);
        area.setCaretPosition(0);
    }

    /** The text that is shown. */
    public String text() {
        return area.getText();
    }
}
