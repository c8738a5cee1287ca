package io.github.isostress.message.template;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.MessageContext;
import java.util.List;
import java.util.Optional;

/**
 * A request to be: compiled once, filled for every sample. Implementations are immutable and may be filled by many
 * threads at once.
 *
 * <p>The language is line by line: an element's path, a blank or {@code =}, and the value; a path, {@code :=} and a
 * formula, see {@link io.github.isostress.message.value.FormulaText}; {@code #} begins a comment;
 * {@code hex} gives a whole captured message, alone to be sent as it is, or followed by the elements to replace in it.
 * Lines of further texts are inherited, see {@link InheritedLine}.
 */
public interface MessageTemplate {
    /**
     * Builds one message.
     *
     * @param context keys and counters, of which formulas make use
     * @throws FailureException {@link Failure#TEMPLATE_ERROR}, naming the text if there are several, the line, the
     *     element and the rule that is broken
     */
    FilledMessage fill(MessageContext context) throws FailureException;

    /** Builds one message of a template without formulas, see the other {@code fill}. */
    default FilledMessage fill() throws FailureException {
        return fill(MessageContext.NONE);
    }

    /** Compiles a template of one text whose messages must be readable. */
    static MessageTemplate compile(String text, Optional<IsoPackager> packager, Expression.Compiler expressions)
            throws FailureException {
        return compile(TemplateSource.only(text), packager, expressions, RequestCheck.READ_BACK);
    }

    /**
     * Compiles a template. Everything that cannot change is checked and packed here, and the packager must be able to
     * read back what it packs: the constant elements are read back here, whole messages when they are filled.
     *
     * @param sources the request's own text, then those it inherits, nearest first; at least one
     * @param packager defines the elements; empty if messages are raw, so that only {@code hex} lines are possible
     * @param expressions compiles the values
     * @param check whether the packager has to read back what it packs; a captured message alone is never read
     * @throws FailureException {@link Failure#TEMPLATE_ERROR}, as for {@link #fill()}; of several problems the first,
     *     those of the nearest text first
     */
    static MessageTemplate compile(
            List<TemplateSource> sources,
            Optional<IsoPackager> packager,
            Expression.Compiler expressions,
            RequestCheck check)
            throws FailureException {
        TemplateProblems problems = new TemplateProblems();
        Optional<MessageTemplate> template =
                new TemplateCompiler(packager, expressions, check, problems).compile(sources);
        if (!problems.isEmpty()) {
            throw new FailureException(
                    Failure.TEMPLATE_ERROR, problems.sorted().get(0).sentence());
        }
        return template.orElseThrow();
    }

    /** The problems of a template of one text whose messages must be readable, see the other {@code problems}. */
    static List<TemplateProblem> problems(
            String text, Optional<IsoPackager> packager, Expression.Compiler expressions) {
        return problems(TemplateSource.only(text), packager, expressions, RequestCheck.READ_BACK);
    }

    /**
     * Everything that is wrong with a template, in the order of its texts and their lines; nothing exactly if {@link
     * #compile} takes it. Values with expressions that are not constant are not evaluated, so a message may still be
     * refused when it is filled. The parameters are those of {@link #compile}.
     */
    static List<TemplateProblem> problems(
            List<TemplateSource> sources,
            Optional<IsoPackager> packager,
            Expression.Compiler expressions,
            RequestCheck check) {
        TemplateProblems problems = new TemplateProblems();
        new TemplateCompiler(packager, expressions, check, problems).compile(sources);
        return problems.sorted();
    }
}
