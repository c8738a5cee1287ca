package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.ResultPlace;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.jmeter.rehearsal.HostCheck;
import java.awt.BorderLayout;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.text.BadLocationException;
import net.miginfocom.swing.MigLayout;

/**
 * The rules of a host: their text, what the line in which one types says, and what is wrong with them.
 */
final class RulesPage extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "host.";
    private static final int GAP = 6;

    private final transient CheckedText lines;
    private final JTextArea text;
    private final SentenceArea explanation = new SentenceArea(4);

    /**
     * An empty page.
     *
     * @param check reads the fields on the event thread and gives the check of the rules
     * @param place where the help is shown
     */
    RulesPage(Supplier<Callable<HostCheck>> check, ResultPlace place) {
        super(new BorderLayout(GAP, GAP));
        lines = new CheckedText(PREFIX + "rules", PREFIX + "verdict", check);
        text = lines.area();
        setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
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
        explanation.getAccessibleContext().setAccessibleName(PanelLabels.get(PREFIX + "explanation"));
        explanation.setToolTipText(PanelLabels.get(PREFIX + "explanation.tip"));
        JPanel sentences = new JPanel(new BorderLayout(GAP, GAP));
        sentences.add(lines.verdict(), BorderLayout.NORTH);
        sentences.add(explanation, BorderLayout.CENTER);
        return sentences;
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

    /** The rules, with what is wrong with them. */
    CheckedText lines() {
        return lines;
    }
}
