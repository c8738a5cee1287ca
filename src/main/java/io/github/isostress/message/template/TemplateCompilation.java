package io.github.isostress.message.template;

import io.github.isostress.message.IsoPackager;
import java.util.List;
import java.util.Optional;

/**
 * What compiling a template gives: the template itself, or everything that is wrong with it.
 *
 * @param template null if something is wrong
 * @param refusals in the order of the lines; empty if nothing is wrong
 */
record TemplateCompilation(MessageTemplate template, List<LineRefusal> refusals) {

    static TemplateCompilation of(
            String text, Optional<IsoPackager> packager, Expression.Compiler expressions, RequestCheck check) {
        Refusals refusals = new Refusals();
        MessageTemplate template = compile(text, packager, expressions, check, refusals);
        return refusals.count() == 0
                ? new TemplateCompilation(template, List.of())
                : new TemplateCompilation(null, refusals.byLine());
    }

    /** The template; what is returned after a refusal is of no use. */
    private static MessageTemplate compile(
            String text,
            Optional<IsoPackager> packager,
            Expression.Compiler expressions,
            RequestCheck check,
            Refusals refusals) {
        TemplateText parsed = TemplateText.parse(text, refusals);
        CapturedHex captured = parsed.hex().isEmpty() ? null : CapturedHex.compile(parsed.hex(), expressions, refusals);
        if (parsed.lines().isEmpty()) {
            if (captured == null && refusals.count() == 0) {
                refusals.add(LineRefusal.ofTemplate(1, "the template is empty: it needs element lines or a hex line"));
            }
            return captured == null ? null : new RawTemplate(captured);
        }
        if (packager.isEmpty()) {
            parsed.lines()
                    .forEach(line -> refusals.add(
                            LineRefusal.of(line, "elements need a packager, and the connection has none")));
            return null;
        }
        CapturedMessage start = CapturedMessage.of(captured, packager.get(), refusals);
        TemplateElements elements = new TemplateElements(parsed.lines(), start, packager.get(), expressions, refusals);
        if (check == RequestCheck.READ_BACK && refusals.count() == 0) {
            elements.checkConstants(refusals);
        }
        return new ElementTemplate(elements, check);
    }
}
