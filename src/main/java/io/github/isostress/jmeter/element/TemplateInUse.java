package io.github.isostress.jmeter.element;

import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.template.RequestCheck;
import java.util.Optional;

/** The compiled template of one thread's sampler. Asks the run for it only when it has changed. Used by that thread. */
final class TemplateInUse {
    private RunContext run;
    private Object place;
    private Optional<IsoPackager> packager = Optional.empty();
    private RequestCheck check;
    private MessageTemplate template;

    /**
     * The template at a {@linkplain JMeterExpressions#place place}.
     *
     * @throws FailureException if the text cannot be compiled
     */
    MessageTemplate of(RunContext asked, Object source, Optional<IsoPackager> reader, RequestCheck rule)
            throws FailureException {
        if (run != asked || packager != reader || check != rule || !source.equals(place)) {
            template = asked.templates()
                    .get(source, JMeterExpressions.textAt(source), reader, JMeterExpressions.INSTANCE, rule);
            run = asked;
            place = source;
            packager = reader;
            check = rule;
        }
        return template;
    }
}
