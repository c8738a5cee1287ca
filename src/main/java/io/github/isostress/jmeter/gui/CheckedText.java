package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.FailureSentence;
import io.github.isostress.jmeter.gui.form.FixedWidth;
import io.github.isostress.jmeter.gui.form.InBackground;
import io.github.isostress.jmeter.gui.form.OnChange;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.jmeter.gui.form.TabKey;
import io.github.isostress.jmeter.gui.form.ThemeColours;
import io.github.isostress.jmeter.rehearsal.HostCheck;
import java.text.MessageFormat;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.swing.JTextArea;
import javax.swing.Timer;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultHighlighter;

/**
 * The lines of a host, and what is wrong with them, found out off the event thread a moment after the last key. Used on
 * the event thread.
 */
final class CheckedText {
    private static final int MOMENT_MILLIS = 300;
    private static final int ROWS = 8;

    private final String verdictKey;
    private final JTextArea text = new JTextArea(ROWS, 1);
    private final SentenceArea verdict = new SentenceArea(2);
    private final Supplier<Callable<HostCheck>> check;
    private final InBackground<HostCheck> checking =
            new InBackground<>(this::show, thrown -> verdict.refuse(FailureSentence.of(thrown)));
    private final Timer pause = new Timer(MOMENT_MILLIS, event -> checkNow());

    /**
     * An empty text.
     *
     * @param key of the labels of the text
     * @param verdictKey of the labels of the verdict on it
     * @param check reads the fields on the event thread and gives the check of the lines
     */
    CheckedText(String key, String verdictKey, Supplier<Callable<HostCheck>> check) {
        this.verdictKey = verdictKey;
        this.check = check;
        pause.setRepeats(false);
        FixedWidth.write(text);
        TabKey.leaves(text);
        text.setToolTipText(PanelLabels.get(key + ".tip"));
        text.getAccessibleContext().setAccessibleName(PanelLabels.get(key));
        text.getDocument().addDocumentListener(new OnChange(this::checkSoon));
        verdict.getAccessibleContext().setAccessibleName(PanelLabels.get(verdictKey));
        verdict.setToolTipText(PanelLabels.get(verdictKey + ".tip"));
    }

    /** Where the lines are written. */
    JTextArea area() {
        return text;
    }

    /** Checks the lines a moment from now, unless something else changes before. */
    void checkSoon() {
        checking.forget();
        pause.restart();
    }

    private void checkNow() {
        checking.begin(check.get());
    }

    private void show(HostCheck outcome) {
        text.getHighlighter().removeAllHighlights();
        if (outcome instanceof HostCheck.Refused refused) {
            verdict.refuse(refused.sentence());
            mark(refused.line());
        } else if (outcome instanceof HostCheck.Accepted accepted) {
            verdict.tell(MessageFormat.format(PanelLabels.get(verdictKey + ".good"), accepted.lines()));
        } else {
            verdict.tell(PanelLabels.get(verdictKey + ".later"));
        }
    }

    private void mark(int line) {
        if (line < 1 || line > text.getLineCount()) {
            return;
        }
        try {
            text.getHighlighter()
                    .addHighlight(
                            text.getLineStartOffset(line - 1),
                            text.getLineEndOffset(line - 1),
                            new DefaultHighlighter.DefaultHighlightPainter(
                                    ThemeColours.behindProblem(text.getBackground())));
        } catch (BadLocationException e) {
            // The text has changed, and will be checked again.
        }
    }

    /** Shows the lines of another host. */
    void show(String lines) {
        PropertyForm.show(text, lines);
        checkSoon();
    }

    /** The verdict on the lines. */
    SentenceArea verdict() {
        return verdict;
    }

    /** How many lines are marked. */
    int marks() {
        return text.getHighlighter().getHighlights().length;
    }
}
