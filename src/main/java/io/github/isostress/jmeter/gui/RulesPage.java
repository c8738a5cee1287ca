package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.FailureSentence;
import io.github.isostress.jmeter.gui.form.InBackground;
import io.github.isostress.jmeter.gui.form.OnChange;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.form.ResultPlace;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.jmeter.gui.form.ThemeColours;
import io.github.isostress.jmeter.rehearsal.RulesCheck;
import java.awt.BorderLayout;
import java.awt.Font;
import java.text.MessageFormat;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.Timer;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultHighlighter;
import net.miginfocom.swing.MigLayout;

/**
 * The rules of a host: their text, what the line in which one types says, and what is wrong with them, found out off
 * the event thread a moment after the last key.
 */
final class RulesPage extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "host.";
    private static final int MOMENT_MILLIS = 300;
    private static final int ROWS = 8;
    private static final int GAP = 6;

    private final JTextArea text = new JTextArea(ROWS, 1);
    private final SentenceArea verdict = new SentenceArea(2);
    private final SentenceArea explanation = new SentenceArea(4);
    private final transient Supplier<Callable<RulesCheck>> check;
    private final transient InBackground<RulesCheck> checking =
            new InBackground<>(this::show, thrown -> verdict.refuse(FailureSentence.of(thrown)));
    private final Timer pause = new Timer(MOMENT_MILLIS, event -> checkNow());

    /**
     * An empty page.
     *
     * @param check reads the fields on the event thread and gives the check of the rules
     * @param place where the help is shown
     */
    RulesPage(Supplier<Callable<RulesCheck>> check, ResultPlace place) {
        super(new BorderLayout(GAP, GAP));
        this.check = check;
        pause.setRepeats(false);
        setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, text.getFont().getSize()));
        text.setToolTipText(PanelLabels.get(PREFIX + "rules.tip"));
        text.getAccessibleContext().setAccessibleName(PanelLabels.get(PREFIX + "rules"));
        text.getDocument().addDocumentListener(new OnChange(this::checkSoon));
        text.addCaretListener(event -> explanation.tell(RulesHelp.explain(currentLine())));
        add(top(place), BorderLayout.NORTH);
        add(new JScrollPane(text), BorderLayout.CENTER);
        add(below(), BorderLayout.SOUTH);
    }

    private JPanel top(ResultPlace place) {
        JLabel label = new JLabel(PanelLabels.get(PREFIX + "rules") + ":");
        label.setLabelFor(text);
        label.setToolTipText(PanelLabels.get(PREFIX + "rules.tip"));
        JButton help = new JButton(PanelLabels.get(PREFIX + "help"));
        help.setToolTipText(PanelLabels.get(PREFIX + "help.tip"));
        help.addActionListener(
                event -> place.show(PanelLabels.get(PREFIX + "help.title"), new RulesHelpView(this::insert)));
        JPanel line = new JPanel(new MigLayout("insets 0, fillx", "[]push[]"));
        line.add(label);
        line.add(help);
        return line;
    }

    private JPanel below() {
        verdict.getAccessibleContext().setAccessibleName(PanelLabels.get(PREFIX + "verdict"));
        verdict.setToolTipText(PanelLabels.get(PREFIX + "verdict.tip"));
        explanation.getAccessibleContext().setAccessibleName(PanelLabels.get(PREFIX + "explanation"));
        explanation.setToolTipText(PanelLabels.get(PREFIX + "explanation.tip"));
        JPanel lines = new JPanel(new BorderLayout(GAP, GAP));
        lines.add(verdict, BorderLayout.NORTH);
        lines.add(explanation, BorderLayout.CENTER);
        return lines;
    }

    /** Takes an example of the help into the text, where the caret stands. */
    private void insert(String example) {
        text.replaceSelection(example);
        text.requestFocusInWindow();
    }

    private String currentLine() {
        try {
            int line = text.getLineOfOffset(text.getCaretPosition());
            int start = text.getLineStartOffset(line);
            return text.getText(start, text.getLineEndOffset(line) - start).strip();
        } catch (BadLocationException e) {
            // The caret is behind what was just deleted; it will move.
            return "";
        }
    }

    /** Checks the rules a moment from now, unless something else changes before. */
    void checkSoon() {
        checking.forget();
        pause.restart();
    }

    private void checkNow() {
        checking.begin(check.get());
    }

    private void show(RulesCheck outcome) {
        text.getHighlighter().removeAllHighlights();
        if (outcome instanceof RulesCheck.Refused refused) {
            verdict.refuse(refused.sentence());
            mark(refused.line());
        } else if (outcome instanceof RulesCheck.Accepted accepted) {
            verdict.tell(MessageFormat.format(PanelLabels.get(PREFIX + "verdict.good"), accepted.rules()));
        } else {
            verdict.tell(PanelLabels.get(PREFIX + "verdict.later"));
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

    /** The rules as they are shown. */
    String rules() {
        return text.getText();
    }

    /** Shows the rules of another host. */
    void show(String rules) {
        PropertyForm.show(text, rules);
        checkSoon();
    }

    /** The verdict on the rules. */
    SentenceArea verdict() {
        return verdict;
    }

    /** How many lines are marked. */
    int marks() {
        return text.getHighlighter().getHighlights().length;
    }
}
