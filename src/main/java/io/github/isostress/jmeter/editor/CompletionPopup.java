package io.github.isostress.jmeter.editor;

import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JList;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.text.BadLocationException;
import javax.swing.text.JTextComponent;

/**
 * The list of what fits at the caret of a text: Ctrl+Space opens it, and so does the brace with which an expression
 * begins; the keyboard stays in the text. It follows what is typed. Used on the event thread.
 */
final class CompletionPopup {
    private static final int MOST_ROWS = 10;
    private static final int MOST_CHARACTERS = 90;
    private static final char BEGIN_OF_EXPRESSION = '{';

    private final JTextComponent text;
    private final Supplier<Optional<Completion>> completions;
    private final JList<Suggestion> list = new JList<>();
    private final JPopupMenu popup = new JPopupMenu();
    private Completion shown;

    /**
     * Is closed.
     *
     * @param completions what fits at the caret now; empty where nothing can be completed
     */
    CompletionPopup(JTextComponent text, Supplier<Optional<Completion>> completions) {
        this.text = text;
        this.completions = completions;
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new SuggestionCell());
        list.setFocusable(false);
        list.setToolTipText(EditorLabels.get("formula.list.tip"));
        list.getAccessibleContext().setAccessibleName(EditorLabels.get("formula.completions"));
        JScrollPane scroll = new JScrollPane(list);
        scroll.setFocusable(false);
        scroll.getVerticalScrollBar().setFocusable(false);
        popup.setFocusable(false);
        popup.add(scroll);
        listen();
    }

    private void listen() {
        text.addKeyListener(new Keys());
        text.addCaretListener(event -> follow());
        text.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                close();
            }
        });
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                list.setSelectedIndex(list.locationToIndex(event.getPoint()));
                accept();
            }
        });
    }

    /** Shows what fits at the caret; closes if nothing does. */
    void open() {
        shown = completions
                .get()
                .filter(found -> !found.suggestions().isEmpty())
                .orElse(null);
        if (shown == null) {
            close();
            return;
        }
        // While the list is open, Tab chooses from it instead of leaving the text.
        text.setFocusTraversalKeysEnabled(false);
        list.setListData(shown.suggestions().toArray(new Suggestion[0]));
        list.setSelectedIndex(0);
        list.setFixedCellWidth(
                Math.min(widest(), list.getFontMetrics(list.getFont()).charWidth('n') * MOST_CHARACTERS));
        list.setVisibleRowCount(Math.min(MOST_ROWS, shown.suggestions().size()));
        place();
    }

    private int widest() {
        list.setFixedCellWidth(-1);
        return list.getPreferredSize().width;
    }

    private void place() {
        try {
            Rectangle at = text.modelToView2D(shown.from()).getBounds();
            if (popup.isVisible()) {
                popup.setVisible(false);
            }
            popup.show(text, at.x, at.y + at.height);
        } catch (BadLocationException e) {
            close();
        }
    }

    private void close() {
        shown = null;
        text.setFocusTraversalKeysEnabled(true);
        popup.setVisible(false);
    }

    boolean isOpen() {
        return shown != null;
    }

    /** The caret moves before the rows of the changed text are known. */
    private void follow() {
        if (isOpen()) {
            SwingUtilities.invokeLater(() -> {
                if (isOpen()) {
                    open();
                }
            });
        }
    }

    private void move(int step) {
        int last = list.getModel().getSize() - 1;
        int index = Math.max(0, Math.min(last, list.getSelectedIndex() + step));
        list.setSelectedIndex(index);
        list.ensureIndexIsVisible(index);
    }

    /** Writes what is chosen, and goes on with what the formula still needs. */
    private void accept() {
        Suggestion chosen = list.getSelectedValue();
        Completion completed = shown;
        close();
        if (chosen == null || completed == null) {
            return;
        }
        text.select(completed.from(), completed.to());
        text.replaceSelection(isBlankBehind(completed) ? chosen.text().strip() : chosen.text());
        choose(chosen.argument(), completed.from() + chosen.text().indexOf('(') + 1);
        SwingUtilities.invokeLater(
                () -> completions.get().filter(Completion::isNeeded).ifPresent(next -> open()));
    }

    /** What is typed next takes the argument's place. */
    private void choose(String argument, int at) {
        if (!argument.isEmpty()) {
            text.select(at, at + argument.length());
        }
    }

    private boolean isBlankBehind(Completion completed) {
        return text.getText().startsWith(" ", completed.to());
    }

    private final class Keys extends KeyAdapter {
        @Override
        public void keyPressed(KeyEvent event) {
            if (event.getKeyCode() == KeyEvent.VK_SPACE && event.getModifiersEx() == InputEvent.CTRL_DOWN_MASK) {
                open();
                event.consume();
            } else if (isOpen() && event.getModifiersEx() == 0 && runs(event.getKeyCode())) {
                event.consume();
            }
        }

        /** The text has the brace only after this event. */
        @Override
        public void keyTyped(KeyEvent event) {
            if (event.getKeyChar() == BEGIN_OF_EXPRESSION) {
                SwingUtilities.invokeLater(CompletionPopup.this::open);
            }
        }

        private boolean runs(int key) {
            switch (key) {
                case KeyEvent.VK_DOWN -> move(1);
                case KeyEvent.VK_UP -> move(-1);
                case KeyEvent.VK_PAGE_DOWN -> move(MOST_ROWS);
                case KeyEvent.VK_PAGE_UP -> move(-MOST_ROWS);
                case KeyEvent.VK_ENTER, KeyEvent.VK_TAB -> accept();
                case KeyEvent.VK_ESCAPE -> close();
                default -> {
                    return false;
                }
            }
            return true;
        }
    }
}
