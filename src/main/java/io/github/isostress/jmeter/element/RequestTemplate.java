package io.github.isostress.jmeter.element;

import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.setting.InheritedExpressions;
import io.github.isostress.jmeter.setting.Iso8583MessageDefaultsSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.jmeter.setting.JMeterExpressions;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.template.RequestCheck;
import io.github.isostress.message.template.TemplateSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.testelement.TestElement;

/**
 * The compiled template of one thread's request: its own text, and those of the message defaults that it inherits.
 * JMeter hands it the defaults again before each sample; the run is asked for another template only when something has
 * changed.
 */
final class RequestTemplate {
    private static final String OWN = Iso8583RequestSchema.INSTANCE.template.getName();
    private static final String INHERITED = Iso8583MessageDefaultsSchema.INSTANCE.lines.getName();

    private final Iso8583Request request;
    private final List<Iso8583MessageDefaults> inherited;

    private RunContext run;
    /** Where the texts stand in the plan, see {@link JMeterExpressions#place}; the request's own first. */
    private List<Object> places = List.of();

    private Optional<IsoPackager> packager = Optional.empty();
    private RequestCheck check;
    private MessageTemplate template;

    /**
     * Of a request.
     *
     * @param inherited the defaults whose lines it inherits, nearest first; they change
     */
    RequestTemplate(Iso8583Request request, List<Iso8583MessageDefaults> inherited) {
        this.request = request;
        this.inherited = inherited;
    }

    /**
     * The template of the texts as they are now.
     *
     * @throws FailureException if they cannot be compiled
     */
    MessageTemplate of(RunContext asked, Optional<IsoPackager> reader, RequestCheck rule) throws FailureException {
        if (run != asked || packager != reader || check != rule || !isWhereItWas()) {
            List<Object> now = placesNow();
            template = compiled(asked, now, reader, rule);
            run = asked;
            places = now;
            packager = reader;
            check = rule;
        }
        return template;
    }

    private boolean isWhereItWas() {
        if (places.size() != inherited.size() + 1 || !places.get(0).equals(place(request, OWN))) {
            return false;
        }
        for (int i = 0; i < inherited.size(); i++) {
            if (!places.get(i + 1).equals(place(inherited.get(i), INHERITED))) {
                return false;
            }
        }
        return true;
    }

    private List<Object> placesNow() {
        List<Object> now = new ArrayList<>();
        now.add(place(request, OWN));
        inherited.forEach(defaults -> now.add(place(defaults, INHERITED)));
        return now;
    }

    private MessageTemplate compiled(
            RunContext asked, List<Object> now, Optional<IsoPackager> reader, RequestCheck rule)
            throws FailureException {
        List<TemplateSource> sources = sources();
        // Where there are several texts, the sentence of a problem has their names.
        List<String> names = sources.size() == 1
                ? List.of()
                : sources.stream().map(TemplateSource::name).toList();
        return asked.templates().get(List.of(now, names), sources, reader, new InheritedExpressions(asked, now), rule);
    }

    private List<TemplateSource> sources() {
        List<TemplateSource> sources = new ArrayList<>();
        sources.add(source(request, OWN));
        inherited.forEach(defaults -> sources.add(source(defaults, INHERITED)));
        return sources;
    }

    /** Name and text as they are written in the plan. */
    private static TemplateSource source(TestElement element, String property) {
        String name = JMeterExpressions.textAt(place(element, TestElement.NAME));
        return new TemplateSource(name, JMeterExpressions.textAt(place(element, property)));
    }

    private static Object place(TestElement element, String property) {
        return JMeterExpressions.place(element.getProperty(property));
    }
}
