package io.github.isostress.message;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
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
     * Compiles a template. Everything that cannot change is checked and packed here.
     *
     * @param text the template's lines
     * @param packager defines the elements; empty if messages are raw, so that only {@code hex} lines are possible
     * @param expressions compiles the values
     * @throws FailureException {@link Failure#TEMPLATE_ERROR}, as for {@link #fill()}
     */
    static MessageTemplate compile(String text, Optional<IsoPackager> packager, Expression.Compiler expressions)
            throws FailureException {
        try {
            TemplateText parsed = TemplateText.parse(text);
            if (parsed.isRaw()) {
                return RawTemplate.compile(parsed, expressions);
            }
            if (parsed.lines().isEmpty()) {
                throw new IllegalArgumentException("the template is empty: it needs element lines or a hex line");
            }
            return new ElementTemplate(
                    parsed,
                    packager.orElseThrow(() -> new IllegalArgumentException(
                            parsed.lines().get(0).place() + ": elements need a packager, and the connection has none")),
                    expressions);
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.TEMPLATE_ERROR, e.getMessage(), e);
        }
    }
}
