package io.github.isostress.jmeter.element;

import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.TestRun;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.MessageTemplate;
import java.util.Optional;

/** The compiled template of one thread's sampler, asked for at its run only when it is another than before. */
final class TemplateInUse {
    private TestRun run;
    private String source;
    private Optional<IsoPackager> packager = Optional.empty();
    private MessageTemplate template;

    /**
     * The template for a text.
     *
     * @throws FailureException if the text cannot be compiled
     */
    MessageTemplate of(TestRun asked, String text, Optional<IsoPackager> reader) throws FailureException {
        if (run != asked || packager != reader || !text.equals(source)) {
            template = asked.template(text, reader, JMeterExpressions.INSTANCE);
            run = asked;
            source = text;
            packager = reader;
        }
        return template;
    }
}
