package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.TextEdit;
import java.awt.event.ActionEvent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** The commands as buttons and as keys of the table. Used on the event thread. */
final class RowCommands {
    private final TemplateDocument document;
    private final TemplateTable table;
    private final Consumer<TextEdit> change;
    private final RowClipboard clipboard;
    private final Consumer<String> say;
    private final Map<Command, Action> actions = new EnumMap<>(Command.class);
    private final JPanel ofInheritedRows = new JPanel(new MigLayout("insets 0, gap 3lp"));
    private Supplier<Optional<ElementChoice>> picker = Optional::empty;
    private final Map<Command, Runnable> ofMessage = new EnumMap<>(Command.class);
    private Runnable completion = () -> {};

    /**
     * Changes rows of a table.
     *
     * @param change makes the changes that the user asks for
     * @param say tells the user why nothing was done
     */
    RowCommands(
            TemplateDocument document,
            TemplateTable table,
            Consumer<TextEdit> change,
            RowClipboard clipboard,
            Consumer<String> say) {
        this.document = document;
        this.table = table;
        this.change = change;
        this.clipboard = clipboard;
        this.say = say;
        for (Command command : Command.values()) {
            Action action = action(command);
            actions.put(command, action);
            KeyStrokes.bind(table, command.key(), "iso-" + command, action);
        }
        table.selection().onChange(this::refresh);
        refresh();
    }

    private Action action(Command command) {
        Action action = new AbstractAction(command.label()) {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                run(command);
            }
        };
        action.putValue(Action.SHORT_DESCRIPTION, command.tip());
        return action;
    }

    /** Sets what asks which element to add. */
    void askBy(Supplier<Optional<ElementChoice>> other) {
        picker = other;
    }

    /** Sets what completes a formula that has been added without its settings. */
    void completeBy(Runnable other) {
        completion = other;
    }

    /** Sets what a command does that is not about rows alone. */
    void doBy(Command command, Runnable work) {
        ofMessage.put(command, work);
    }

    /** The action behind a button, a key and an entry of a menu. */
    Action of(Command command) {
        return actions.get(command);
    }

    /** A row of buttons, and one for inherited rows. */
    JComponent buttons() {
        JPanel buttons = new JPanel(new MigLayout("insets 0, gap 3lp, hidemode 3"));
        ofInheritedRows.add(new JLabel(EditorLabels.get("inherited") + ":"));
        actions.forEach((command, action) -> {
            JPanel row = command.target() == Command.Target.INHERITED_ROWS ? ofInheritedRows : buttons;
            if (command.isAboveTable()) {
                row.add(new JButton(action));
            }
        });
        buttons.add(ofInheritedRows, "newline, span");
        return buttons;
    }

    /** Enables what can be done now. */
    void refresh() {
        actions.forEach((command, action) -> action.setEnabled(
                switch (command) {
                    case UNDO -> document.canUndo() || table.isEditing();
                    case REDO -> document.canRedo();
                    default -> hasTarget(command);
                }));
    }

    private boolean hasTarget(Command command) {
        return switch (command.target()) {
            case MESSAGE -> true;
            case OWN_ROWS -> !table.selection().own().isEmpty();
            case INHERITED_ROWS -> !table.selection().inherited().isEmpty();
        };
    }

    /** Shows or hides what can be done with inherited rows. */
    void offerOfInheritedRows(boolean wanted) {
        ofInheritedRows.setVisible(wanted);
    }

    void run(Command command) {
        if (command == Command.UNDO
                && table.pending().filter(edit -> !edit.changesNothing()).isPresent()) {
            table.cancelEditing();
            return;
        }
        table.stopEditing();
        if (!hasTarget(command)) {
            return;
        }
        List<Integer> rows = table.selection().own();
        switch (command) {
            case ADD -> ask();
            case DELETE -> change.accept(document.draft().delete(rows));
            case UP -> change.accept(document.draft().moveUp(rows));
            case DOWN -> change.accept(document.draft().moveDown(rows));
            case DUPLICATE -> change.accept(document.draft().duplicate(rows));
            case CUT -> cut(rows);
            case COPY -> clipboard.put(document.draft().copy(rows));
            case PASTE -> paste(rows);
            case OVERRIDE -> table.override(table.selection().inherited());
            case LEAVE_OUT -> table.leaveOut(table.selection().inherited());
            case UNDO -> document.undo();
            case REDO -> document.redo();
            case VARY, FIND -> ofMessage.get(command).run();
        }
    }

    /**
     * When the question is answered, the focus comes back to where it was: the table, which it must not leave again.
     */
    private void ask() {
        table.requestFocusInWindow();
        picker.get().ifPresent(choice -> SwingUtilities.invokeLater(() -> add(choice)));
    }

    /** Rows that the clipboard did not take stay. */
    private void cut(List<Integer> rows) {
        if (clipboard.put(document.draft().copy(rows))) {
            change.accept(document.draft().delete(rows));
        }
    }

    private void paste(List<Integer> rows) {
        int after = rows.isEmpty() ? -1 : rows.get(rows.size() - 1);
        clipboard
                .text()
                .ifPresentOrElse(
                        text -> change.accept(document.draft().paste(after, text)),
                        () -> say.accept(EditorLabels.get("paste.nothing")));
    }

    /** If the message has the element already, its value is edited. */
    void add(ElementChoice choice) {
        String path = choice.path();
        Optional<Integer> inherited =
                table.rows().rowOfInherited(line -> line.path().toString().equalsIgnoreCase(path));
        boolean isNew = inherited.isEmpty() && document.draft().rowOf(path).isEmpty();
        if (isNew) {
            change.accept(document.draft().insert(path, choice.value()));
        }
        inherited.or(() -> document.draft().rowOf(path)).ifPresent(table::writeValue);
        if (isNew && choice.isFormula()) {
            completion.run();
        }
    }
}
