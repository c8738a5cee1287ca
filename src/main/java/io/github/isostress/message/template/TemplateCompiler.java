package io.github.isostress.message.template;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.LinePlace;
import java.util.List;
import java.util.Optional;

/**
 * Compiles a template, or finds out what is wrong with it. For one template.
 *
 * @param problems takes what is wrong; the template is of no use then
 */
record TemplateCompiler(
        Optional<IsoPackager> packager,
        Expression.Compiler expressions,
        RequestCheck check,
        TemplateProblems problems) {

    /** The template; empty only if there are problems. */
    Optional<MessageTemplate> compile(List<TemplateSource> sources) {
        EffectiveLines given = EffectiveLines.of(sources);
        given.problems().forEach(problems::add);
        CapturedHex hex = given.hex().isEmpty() ? null : CapturedHex.compile(given.hex(), expressions, problems);
        if (!given.lines().isEmpty()) {
            return packager.isEmpty() ? withoutPackager(given.lines()) : Optional.of(elements(given, hex));
        }
        if (hex == null && problems.isEmpty()) {
            problems.add(TemplateProblem.ofTemplate(
                    LinePlace.only(1), "the template is empty: it needs element lines or a hex line"));
        }
        return Optional.ofNullable(hex);
    }

    private Optional<MessageTemplate> withoutPackager(List<TemplateLine> lines) {
        lines.forEach(line -> problems.add(line, "elements need a packager, and the connection has none"));
        return Optional.empty();
    }

    private MessageTemplate elements(EffectiveLines given, CapturedHex hex) {
        CapturedMessage captured = CapturedMessage.of(hex, packager.orElseThrow(), problems);
        return new ElementsCompiler(packager.orElseThrow(), captured, problems).compile(given, expressions, check);
    }
}
