package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.DraftRow;
import io.github.isostress.draft.DraftRow.Kind;
import io.github.isostress.draft.TemplateDraft;
import io.github.isostress.jmeter.gui.form.ThemeColours;
import io.github.isostress.message.template.TemplateProblem;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.SwingConstants;
import javax.swing.UIManager;

/** Says how many elements and problems there are; pressed, it goes to the first problem. */
final class StatusLine extends JButton {
    private static final long serialVersionUID = 1L;
    private static final String ELEMENT = "element ";

    StatusLine(Runnable goThere) {
        setHorizontalAlignment(SwingConstants.LEADING);
        setContentAreaFilled(false);
        setBorderPainted(false);
        putClientProperty("html.disable", true);
        addActionListener(event -> goThere.run());
        show(TemplateDraft.of(""), 0, List.of(), Optional.empty());
    }

    /**
     * Shows the number of elements and problems.
     *
     * @param inherited how many more elements there are
     * @param unchecked why it is not known what is wrong, if it is not
     */
    void show(TemplateDraft draft, int inherited, List<TemplateProblem> problems, Optional<String> unchecked) {
        long elements =
                draft.rows().stream().filter(row -> row.kind() == Kind.ELEMENT).count();
        String own = EditorLabels.get("status", elements);
        String counted = inherited == 0 ? own : EditorLabels.get("status.inherited", own, inherited);
        String text = unchecked
                .map(reason -> EditorLabels.get("status.unchecked", counted, reason))
                .orElseGet(() -> problems.isEmpty()
                        ? counted
                        : EditorLabels.get(
                                "status.problems", counted, problems.size(), placed(draft, problems.get(0))));
        setText(text);
        setToolTipText(problems.isEmpty() ? text : EditorLabels.get("status.tip"));
        setForeground(
                problems.isEmpty() && unchecked.isEmpty()
                        ? null
                        : ThemeColours.problem(UIManager.getColor("Panel.background")));
        setEnabled(true);
        getAccessibleContext().setAccessibleName(text);
    }

    private static String placed(TemplateDraft draft, TemplateProblem problem) {
        if (!problem.place().isOwn()) {
            return problem.sentence();
        }
        Optional<DraftRow> element = draft.rowOfLine(problem.line())
                .map(draft.rows()::get)
                .filter(row -> row.kind() == Kind.ELEMENT && !problem.rule().startsWith(ELEMENT));
        return element.map(row -> EditorLabels.get("status.element", problem.line(), row.path(), problem.rule()))
                .orElseGet(() -> EditorLabels.get("status.line", problem.line(), problem.rule()));
    }

    /** Shows a sentence until the template changes. */
    void say(String sentence) {
        setText(sentence);
    }
}
