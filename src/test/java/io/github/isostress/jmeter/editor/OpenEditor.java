package io.github.isostress.jmeter.editor;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.RequestCheck;
import io.github.isostress.message.template.TemplateProblem;
import io.github.isostress.message.template.TemplateSource;
import io.github.isostress.message.value.LinePlace;
import io.github.isostress.support.Await;
import java.awt.Component;
import java.awt.Container;
import java.awt.datatransfer.Clipboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import javax.swing.AbstractButton;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;

/** An editor and its user, whose hands are on the event thread. */
final class OpenEditor {
    private static final int LONGEST_VALUE = 6;

    final Clipboard clipboard = new Clipboard("of this test");
    private final MessageEditor editor;

    /** An editor whose check refuses values of more than six characters. */
    OpenEditor(String text) {
        this(text, OpenEditor::tooLong);
    }

    OpenEditor(String text, LiveCheck.Rules rules) {
        editor = onEventThread(() -> new MessageEditor(rules, () -> clipboard));
        run(() -> editor.setPackager(Optional.empty()));
        run(() -> editor.setText(text));
    }

    /** An editor as a request's panel has it. */
    static OpenEditor ofRequest(String text) {
        return new OpenEditor(text, onEventThread(MessageEditor::ofRequest));
    }

    private OpenEditor(String text, MessageEditor editor) {
        this.editor = editor;
        run(() -> editor.setText(text));
    }

    private static List<TemplateProblem> tooLong(
            List<TemplateSource> sources, Optional<IsoPackager> packager, RequestCheck requestCheck) {
        String text = sources.get(0).text();
        List<TemplateProblem> problems = new ArrayList<>();
        String[] lines = text.split("\\R", -1);
        for (int line = 0; line < lines.length; line++) {
            String value = lines[line].replaceFirst("\\S+\\s*", "");
            if (value.length() > LONGEST_VALUE && !lines[line].startsWith("#") && !value.contains("${")) {
                problems.add(TemplateProblem.ofLine(LinePlace.only(line + 1), "has " + value.length() + " characters"));
            }
        }
        return problems;
    }

    static <T> T onEventThread(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        try {
            SwingUtilities.invokeAndWait(task);
            return task.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    void run(Runnable work) {
        onEventThread(() -> {
            work.run();
            return null;
        });
    }

    MessageEditor editor() {
        return editor;
    }

    String text() {
        return onEventThread(editor::text);
    }

    void usePackager(String name) {
        run(() -> editor.setPackager(Optional.of(Packagers.builtIn(name))));
    }

    JTable table() {
        return find(JTable.class, table -> true);
    }

    JTextArea textArea() {
        return find(JTextArea.class, area -> true);
    }

    String cell(int row, Column column) {
        return onEventThread(() -> table().getValueAt(row, column.ordinal()).toString());
    }

    List<String> column(Column column) {
        return onEventThread(() -> {
            List<String> cells = new ArrayList<>();
            for (int row = 0; row < table().getRowCount(); row++) {
                cells.add(table().getValueAt(row, column.ordinal()).toString());
            }
            return cells;
        });
    }

    void select(int first, int last) {
        run(() -> table().setRowSelectionInterval(first, last));
    }

    List<Integer> selected() {
        return onEventThread(() -> ((TemplateTable) table()).selection().all());
    }

    /** Begins to write a cell; it is not taken over yet. */
    void type(int row, Column column, String typed) {
        run(() -> {
            table().editCellAt(row, column.ordinal());
            ((JTextField) table().getEditorComponent()).setText(typed);
        });
    }

    /** Writes a cell and takes it over. */
    void write(int row, Column column, String written) {
        type(row, column, written);
        run(() -> table().getCellEditor().stopCellEditing());
    }

    /** Presses one of the table's keys. */
    void press(Command command) {
        run(() -> table().getActionMap()
                .get(table().getInputMap(JTable.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                        .get(command.key()))
                .actionPerformed(null));
    }

    void press(String label) {
        run(() -> find(AbstractButton.class, button -> button.getText().equals(label))
                .doClick());
    }

    String status() {
        return onEventThread(() -> find(StatusLine.class, line -> true).getText());
    }

    void awaitStatus(String part) {
        Await.until("status " + part, () -> status().contains(part));
    }

    <T extends Component> T find(Class<T> type, Predicate<T> wanted) {
        return find(editor, type, wanted).orElseThrow();
    }

    private static <T extends Component> Optional<T> find(Container in, Class<T> type, Predicate<T> wanted) {
        for (Component part : in.getComponents()) {
            if (type.isInstance(part) && wanted.test(type.cast(part))) {
                return Optional.of(type.cast(part));
            }
            Optional<T> within = part instanceof Container container ? find(container, type, wanted) : Optional.empty();
            if (within.isPresent()) {
                return within;
            }
        }
        return Optional.empty();
    }
}
