package io.github.isostress.message.template;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import java.util.Optional;

/**
 * A request to be: compiled once, filled for every sample. Implementations are immutable and may be filled by many
 * threads at once.
 *
 * <p>The language is line by line: an element's path, a blank or {@code =}, and the value; {@code #} begins a comment;
 * {@code hex} gives a whole captured message, alone to be sent as it is, or followed by the elements to replace in it.
 */
public interface MessageTemplate {
    /**
     * Builds one message.
     *
     * @return the message without framing, the caller's to keep
     * @throws FailureException {@link Failure#TEMPLATE_ERROR}, naming the line, the element and the rule that is broken
     */
    byte[] fill() throws FailureException;

    /**
     * Compiles a template. Everything that cannot change is checked and packed here, and the packager must be able to
     * read back what it packs: what can be told of that here is, the rest when a message is filled.
     *
     * @param text the template's lines
     * @param packager defines the elements; empty if messages are raw, so that only {@code hex} lines are possible
     * @param expressions compiles the values
     * @throws FailureException {@link Failure#TEMPLATE_ERROR}, as for {@link #fill()}; of several mistakes the first by
     *     its line
     */
    static MessageTemplate compile(String text, Optional<IsoPackager> packager, Expression.Compiler expressions)
            throws FailureException {
        return compile(text, packager, expressions, RequestCheck.READ_BACK);
    }

    /**
     * As {@link #compile(String, Optional, Expression.Compiler)}, for messages that need not be readable.
     *
     * @param check whether the packager has to read back what it packs; a captured message alone is never read
     */
    static MessageTemplate compile(
            String text, Optional<IsoPackager> packager, Expression.Compiler expressions, RequestCheck check)
            throws FailureException {
        TemplateCompilation compilation = TemplateCompilation.of(text, packager, expressions, check);
        if (!compilation.refusals().isEmpty()) {
            LineRefusal first = compilation.refusals().get(0);
            throw new FailureException(Failure.TEMPLATE_ERROR, first.getMessage(), first);
        }
        return compilation.template();
    }
}
