package io.github.isostress.jmeter;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.template.RequestCheck;
import io.github.isostress.message.template.TemplateSource;
import io.github.isostress.message.value.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The templates of a run, each compiled once. Thread-safe. */
public final class RunTemplates {
    /**
     * By place, packager and check. The keys are lists, not records: Java links a record's hash code when it is first
     * used, which is before the first sample.
     */
    private final Map<List<?>, Compiled> byPlace = new ConcurrentHashMap<>();

    /** A template, or why there is none. */
    private record Compiled(MessageTemplate template, FailureReport refusal) {
        static Compiled of(
                List<TemplateSource> sources,
                Optional<IsoPackager> packager,
                Expression.Compiler expressions,
                RequestCheck check) {
            try {
                return new Compiled(MessageTemplate.compile(sources, packager, expressions, check), null);
            } catch (FailureException e) {
                return new Compiled(null, e.report());
            }
        }
    }

    RunTemplates() {}

    /**
     * The template of some texts, compiled at the first call.
     *
     * @param place where the texts stand in the plan. Equal places share one template, and with it what its functions
     *     keep, such as a counter; other places do not
     * @param sources the request's own text, then those it inherits, nearest first
     * @param check whether the packager has to read back what it packs
     * @throws FailureException {@link Failure#TEMPLATE_ERROR} if the text cannot be compiled; the same at each call
     */
    public MessageTemplate get(
            Object place,
            List<TemplateSource> sources,
            Optional<IsoPackager> packager,
            Expression.Compiler expressions,
            RequestCheck check)
            throws FailureException {
        Compiled compiled = byPlace.computeIfAbsent(
                List.of(place, packager, check), key -> Compiled.of(sources, packager, expressions, check));
        if (compiled.refusal() != null) {
            throw new FailureException(compiled.refusal());
        }
        return compiled.template();
    }
}
