package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.DraftRow;
import io.github.isostress.draft.TemplateDraft;
import io.github.isostress.jmeter.gui.form.FixedWidth;
import io.github.isostress.jmeter.gui.form.TabKey;
import io.github.isostress.message.template.TemplateProblem;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import javax.swing.SwingUtilities;
import javax.swing.event.UndoableEditListener;
import javax.swing.text.AbstractDocument;
import javax.swing.text.JTextComponent;
import org.apache.jmeter.gui.util.JSyntaxTextArea;
import org.apache.jmeter.gui.util.JTextScrollPane;

/** The template as text. Used on the event thread. */
final class TextSide {
    private static final int FEWEST_ROWS = 6;
    private static final int FEWEST_COLUMNS = 30;
    private static final int LONGEST_WRAPPED = 5_000;

    private final JSyntaxTextArea area = JSyntaxTextArea.getInstance(FEWEST_ROWS, FEWEST_COLUMNS, true);
    private final ProblemMarks marks;

    /**
     * Shows the document it brings.
     *
     * @param draft the rows of the document
     */
    TextSide(Supplier<TemplateDraft> draft) {
        marks = new ProblemMarks(draft);
        area.setLanguage("text");
        area.setUseFocusableTips(false);
        area.setToolTipText(EditorLabels.get("text.tip"));
        area.getAccessibleContext().setAccessibleName(EditorLabels.get("text"));
        area.addParser(marks);
        FixedWidth.write(area);
        TabKey.leaves(area);
        dropOwnHistory();
    }

    /** Table and text have one history. The area's own would forget steps early, and make them useless for ours. */
    private void dropOwnHistory() {
        for (UndoableEditListener listener : document().getUndoableEditListeners()) {
            document().removeUndoableEditListener(listener);
        }
    }

    AbstractDocument document() {
        return (AbstractDocument) area.getDocument();
    }

    /**
     * Wraps lines, unless one is so long that the area would take seconds to find where: the time grows with the square
     * of the length.
     *
     * @param longest characters of the longest line
     */
    void wrap(int longest) {
        boolean wrapped = longest <= LONGEST_WRAPPED;
        if (area.getLineWrap() != wrapped) {
            area.setLineWrap(wrapped);
        }
    }

    JTextComponent component() {
        return area;
    }

    JComponent scrolled() {
        return JTextScrollPane.getInstance(area);
    }

    /** Makes keys of the text do what they do in the table. */
    void use(Command command, Action action) {
        area.getInputMap().put(command.key(), "iso-" + command);
        area.getActionMap().put("iso-" + command, action);
    }

    /** Shows this menu when the text is clicked with the right button. */
    void offer(JPopupMenu menu) {
        area.setPopupMenu(menu);
    }

    void showProblems(List<TemplateProblem> problems) {
        marks.show(problems);
        area.forceReparsing(marks);
    }

    /** Is told the offset of the caret when the user moves it. */
    void onCaret(Consumer<Integer> listener) {
        area.addCaretListener(event -> {
            if (area.isFocusOwner()) {
                // The caret moves before the rows of the changed text are known.
                SwingUtilities.invokeLater(() -> listener.accept(area.getCaretPosition()));
            }
        });
    }

    /** Shows a row's line, unless the user is writing in the text. */
    void follow(DraftRow row) {
        if (!area.isFocusOwner()) {
            area.setCaretPosition(row.offset());
        }
    }

    void goToStart() {
        area.setCaretPosition(0);
    }

    /** Lets the user write at that place. */
    void write(int offset) {
        area.requestFocusInWindow();
        area.setCaretPosition(offset);
    }
}
