package io.github.isostress.message.template;

import io.github.isostress.message.IsoPackager;
import java.util.List;
import java.util.Optional;

/** Finds everything that is wrong with a template that is being written, line by line. Stateless and thread-safe. */
public final class TemplateCheck {
    private TemplateCheck() {}

    /**
     * The problems, in the order of the lines; none exactly if {@link MessageTemplate#compile} takes the template.
     * Values with expressions that are not constant are not evaluated, so a message may still be refused when it is
     * filled.
     *
     * @param text the template's lines
     * @param packager defines the elements; empty if messages are raw
     * @param expressions compiles the values
     */
    public static List<LineProblem> of(String text, Optional<IsoPackager> packager, Expression.Compiler expressions) {
        return of(text, packager, expressions, RequestCheck.READ_BACK);
    }

    /**
     * As {@link #of(String, Optional, Expression.Compiler)}, for messages that need not be readable.
     *
     * @param check whether the packager has to read back what it packs
     */
    public static List<LineProblem> of(
            String text, Optional<IsoPackager> packager, Expression.Compiler expressions, RequestCheck check) {
        return TemplateCompilation.of(text, packager, expressions, check).refusals().stream()
                .map(refusal -> new LineProblem(refusal.line(), refusal.rule()))
                .toList();
    }
}
