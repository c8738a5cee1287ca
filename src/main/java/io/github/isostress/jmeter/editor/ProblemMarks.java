package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.TemplateDraft;
import io.github.isostress.jmeter.gui.form.ThemeColours;
import io.github.isostress.message.template.TemplateProblem;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.text.Element;
import org.fife.ui.rsyntaxtextarea.RSyntaxDocument;
import org.fife.ui.rsyntaxtextarea.parser.AbstractParser;
import org.fife.ui.rsyntaxtextarea.parser.DefaultParseResult;
import org.fife.ui.rsyntaxtextarea.parser.DefaultParserNotice;
import org.fife.ui.rsyntaxtextarea.parser.ParseResult;

/** Underlines the lines of the text in which something is wrong, and tells what when the mouse is there. */
final class ProblemMarks extends AbstractParser {
    private final Supplier<TemplateDraft> draft;
    private List<TemplateProblem> problems = List.of();

    ProblemMarks(Supplier<TemplateDraft> draft) {
        this.draft = draft;
    }

    void show(List<TemplateProblem> found) {
        problems = found.stream().filter(problem -> problem.place().isOwn()).toList();
    }

    @Override
    public ParseResult parse(RSyntaxDocument document, String style) {
        DefaultParseResult result = new DefaultParseResult(this);
        result.setParsedLines(0, document.getDefaultRootElement().getElementCount() - 1);
        for (TemplateProblem problem : problems) {
            result.addNotice(notice(problem, document.getDefaultRootElement()));
        }
        return result;
    }

    private DefaultParserNotice notice(TemplateProblem problem, Element root) {
        int index = root.getElementIndex(draft.get().offsetOf(problem.line()));
        Element line = root.getElement(index);
        int length = Math.max(1, line.getEndOffset() - 1 - line.getStartOffset());
        DefaultParserNotice notice =
                new DefaultParserNotice(this, problem.rule(), index, line.getStartOffset(), length);
        notice.setColor(ThemeColours.problem());
        return notice;
    }
}
