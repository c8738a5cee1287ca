package io.github.isostress.jmeter.editor;

import io.github.isostress.jmeter.view.RowUnderMouse;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JMenu;
import javax.swing.JPopupMenu;
import org.fife.ui.rtextarea.RTextArea;

/** What a right click on the table or on the text offers. Used on the event thread. */
final class EditorMenus {
    private final RowCommands commands;
    private final JPopupMenu ofTable = new JPopupMenu();
    private final JPopupMenu ofText = new JPopupMenu();

    /** Gives table and text their menus. */
    EditorMenus(RowCommands commands, TemplateTable table, TextSide text) {
        this.commands = commands;
        add(ofTable, Command.CUT, Command.COPY, Command.PASTE, Command.DUPLICATE, Command.DELETE);
        ofTable.addSeparator();
        add(ofTable, Command.ADD, Command.OVERRIDE, Command.LEAVE_OUT);
        ofTable.addSeparator();
        add(ofTable, Command.UNDO, Command.REDO);
        ofTable.addSeparator();
        add(ofTable, Command.VARY, Command.FIND);
        RowUnderMouse.offer(table, ofTable, row -> {
            table.stopEditing();
            table.selection().choose(List.of(row));
        });
        add(ofText, Command.UNDO, Command.REDO);
        ofText.addSeparator();
        List.of(RTextArea.CUT_ACTION, RTextArea.COPY_ACTION, RTextArea.PASTE_ACTION, RTextArea.DELETE_ACTION)
                .forEach(action -> ofText.add(RTextArea.getAction(action)));
        ofText.addSeparator();
        ofText.add(RTextArea.getAction(RTextArea.SELECT_ALL_ACTION));
        ofText.addSeparator();
        add(ofText, Command.ADD, Command.VARY, Command.FIND);
        text.offer(ofText);
    }

    private void add(JPopupMenu menu, Command... entries) {
        for (Command command : entries) {
            menu.add(commands.of(command));
        }
    }

    /** Adds a menu at the end of both. */
    void offer(Supplier<JMenu> menu) {
        ofTable.add(menu.get());
        ofText.add(menu.get());
    }
}
