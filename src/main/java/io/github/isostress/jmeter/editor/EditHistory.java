package io.github.isostress.jmeter.editor;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentEvent.EventType;
import javax.swing.text.BadLocationException;
import javax.swing.undo.CompoundEdit;
import javax.swing.undo.UndoManager;
import javax.swing.undo.UndoableEdit;

/**
 * What can be undone: what is typed in one go is one step, and so is each change of a row. Used on the event thread.
 */
final class EditHistory extends UndoManager {
    private static final long serialVersionUID = 1L;
    private static final int STEPS = 500;

    private CompoundEdit open;
    private int parts;

    EditHistory() {
        setLimit(STEPS);
    }

    /** Makes all changes of an action one step. */
    void asOne(Runnable action) {
        if (open != null) {
            action.run();
            return;
        }
        open = new CompoundEdit();
        parts = 0;
        UndoableEdit step;
        try {
            action.run();
        } finally {
            step = open;
            open.end();
            open = null;
        }
        if (parts > 0) {
            super.addEdit(step);
        }
    }

    @Override
    public synchronized boolean addEdit(UndoableEdit edit) {
        if (open != null) {
            parts++;
            return open.addEdit(edit);
        }
        return super.addEdit(edit instanceof DocumentEvent event && isTyped(event) ? new Typing(edit, event) : edit);
    }

    /** Each typed line is one step. */
    private static boolean isTyped(DocumentEvent event) {
        try {
            return event.getLength() == 1
                    && (event.getType() == EventType.REMOVE
                            || !event.getDocument()
                                    .getText(event.getOffset(), 1)
                                    .equals("\n"));
        } catch (BadLocationException e) {
            return false;
        }
    }

    @Override
    public synchronized void undo() {
        seal();
        super.undo();
    }

    @Override
    public synchronized void redo() {
        seal();
        super.redo();
    }

    /** What is typed from now on is another step. */
    void seal() {
        for (UndoableEdit step : edits) {
            if (step instanceof Typing typing) {
                typing.seal();
            }
        }
    }

    /** Characters typed, or taken away, one beside the other. */
    private static final class Typing extends CompoundEdit {
        private static final long serialVersionUID = 1L;
        private final EventType type;
        private int offset;
        private boolean sealed;

        Typing(UndoableEdit first, DocumentEvent event) {
            type = event.getType();
            offset = event.getOffset();
            super.addEdit(first);
        }

        @Override
        public boolean addEdit(UndoableEdit edit) {
            if (sealed || !(edit instanceof Typing next) || next.type != type || !follows(next.offset)) {
                return false;
            }
            offset = next.offset;
            next.seal();
            return super.addEdit(next);
        }

        private boolean follows(int next) {
            return type == EventType.INSERT ? next == offset + 1 : next == offset || next == offset - 1;
        }

        void seal() {
            sealed = true;
        }

        @Override
        public boolean isInProgress() {
            return false;
        }
    }
}
