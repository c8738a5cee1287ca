package io.github.isostress.jmeter.editor;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Locale;
import javax.swing.KeyStroke;

/** What can be done with rows and with the message, in the order of the buttons. */
enum Command {
    ADD(KeyEvent.VK_INSERT, 0),
    DELETE(KeyEvent.VK_DELETE, 0),
    UP(KeyEvent.VK_UP, InputEvent.ALT_DOWN_MASK),
    DOWN(KeyEvent.VK_DOWN, InputEvent.ALT_DOWN_MASK),
    DUPLICATE(KeyEvent.VK_D, KeyStrokes.menuModifier()),
    CUT(KeyEvent.VK_X, KeyStrokes.menuModifier()),
    COPY(KeyEvent.VK_C, KeyStrokes.menuModifier()),
    PASTE(KeyEvent.VK_V, KeyStrokes.menuModifier()),
    VARY(KeyEvent.VK_V, InputEvent.ALT_DOWN_MASK),
    FIND(KeyEvent.VK_F, KeyStrokes.menuModifier()),
    OVERRIDE(KeyEvent.VK_INSERT, InputEvent.ALT_DOWN_MASK),
    LEAVE_OUT(KeyEvent.VK_DELETE, InputEvent.ALT_DOWN_MASK),
    UNDO(KeyEvent.VK_Z, KeyStrokes.menuModifier()),
    REDO(KeyEvent.VK_Y, KeyStrokes.menuModifier());

    private final KeyStroke key;

    Command(int key, int modifiers) {
        this.key = KeyStroke.getKeyStroke(key, modifiers);
    }

    /** Works while the focus is in the table. */
    KeyStroke key() {
        return key;
    }

    String label() {
        return EditorLabels.get(name().toLowerCase(Locale.ROOT));
    }

    String tip() {
        return EditorLabels.get(name().toLowerCase(Locale.ROOT) + ".tip");
    }

    /** What it does something to. */
    Target target() {
        return switch (this) {
            case DELETE, UP, DOWN, DUPLICATE, CUT, COPY -> Target.OWN_ROWS;
            case OVERRIDE, LEAVE_OUT -> Target.INHERITED_ROWS;
            case ADD, PASTE, VARY, FIND, UNDO, REDO -> Target.MESSAGE;
        };
    }

    /** Whether it has a button above the table; the others have an entry in the menu. */
    boolean isAboveTable() {
        return this != CUT && this != FIND && this != VARY;
    }

    /** What has to be selected for a command. */
    enum Target {
        MESSAGE,
        OWN_ROWS,
        INHERITED_ROWS
    }
}
