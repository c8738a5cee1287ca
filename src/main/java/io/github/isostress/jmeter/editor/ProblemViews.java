package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.TemplateDraft;
import io.github.isostress.message.template.TemplateProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows what is wrong with the template: in the table, in the text and in the status line. Used on the event thread. */
final class ProblemViews {
    private final TemplateTable table;
    private final TextSide text;
    private final StatusLine status = new StatusLine(this::goToFirst);
    private final Supplier<TemplateDraft> draft;
    private List<TemplateProblem> problems = List.of();

    /**
     * Nothing is wrong yet.
     *
     * @param draft the rows of the text
     */
    ProblemViews(TemplateTable table, TextSide text, Supplier<TemplateDraft> draft) {
        this.table = table;
        this.text = text;
        this.draft = draft;
    }

    StatusLine status() {
        return status;
    }

    /**
     * Shows what a check has found.
     *
     * @param inherited how many elements are inherited
     * @param unchecked why it is not known what is wrong, if it is not
     */
    void show(int inherited, List<TemplateProblem> found, Optional<String> unchecked) {
        problems = List.copyOf(found);
        table.showProblems(problems);
        text.showProblems(problems);
        status.show(draft.get(), inherited, problems, unchecked);
    }

    private void goToFirst() {
        if (problems.isEmpty()) {
            return;
        }
        TemplateProblem first = problems.get(0);
        if (first.place().isOwn()) {
            int line = first.line();
            draft.get()
                    .rowOfLine(line)
                    .ifPresentOrElse(
                            table::writeValue, () -> text.write(draft.get().offsetOf(line)));
        } else {
            table.rows()
                    .rowOfInherited(inherited -> inherited.place().equals(first.place()))
                    .ifPresent(row -> table.selection().choose(List.of(row)));
        }
    }
}
