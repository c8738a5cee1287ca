package io.github.isostress.jmeter.element;

import io.github.isostress.exchange.HostRequest;
import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.setting.Iso8583ReplySchema;
import io.github.isostress.jmeter.setting.JMeterExpressions;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.EchoingAnswer;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.template.FilledMessage;
import io.github.isostress.message.template.InheritedLine;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.template.RequestCheck;
import io.github.isostress.message.template.TemplateSource;
import io.github.isostress.message.value.MessageContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.testelement.TestElement;

/**
 * The compiled template of one thread's reply. It inherits one line, the MTI that answers the request's, unless it is a
 * captured message.
 */
final class ReplyTemplate {
    private static final String OWN = Iso8583ReplySchema.INSTANCE.template.getName();

    private final TestElement reply;
    private RunContext run;
    private Object place;
    private Optional<IsoPackager> packager = Optional.empty();
    private MessageTemplate template;
    private boolean isWhole;

    ReplyTemplate(TestElement reply) {
        this.reply = reply;
    }

    /**
     * Compiles it, unless nothing has changed.
     *
     * @throws FailureException if it cannot be compiled
     */
    void prepare(RunContext asked, Optional<IsoPackager> reader) throws FailureException {
        Object now = JMeterExpressions.place(reply.getProperty(OWN));
        if (run == asked && packager == reader && now.equals(place)) {
            return;
        }
        List<TemplateSource> sources = sources(now, reader);
        template = asked.templates()
                .get(
                        List.of(ReplyTemplate.class, now, sources.get(0).name()),
                        sources,
                        reader,
                        JMeterExpressions.INSTANCE,
                        RequestCheck.READ_BACK);
        isWhole = InheritedLine.of(sources).isEmpty();
        run = asked;
        packager = reader;
        place = now;
    }

    /** Without a packager there are no elements, and nothing to inherit. */
    private List<TemplateSource> sources(Object now, Optional<IsoPackager> reader) {
        List<TemplateSource> sources = new ArrayList<>();
        sources.add(new TemplateSource(
                JMeterExpressions.textAt(JMeterExpressions.place(reply.getProperty(TestElement.NAME))),
                JMeterExpressions.textAt(now)));
        reader.ifPresent(any -> sources.add(AnswerMti.LINE));
        return sources;
    }

    /**
     * The answer to a request, without framing.
     *
     * @param echoes whether it returns the request's elements that the template does not name
     * @param context keys and counters for the values that are computed, also from the request's
     * @throws FailureException if it cannot be built
     */
    byte[] fill(HostRequest request, boolean echoes, MessageContext context) throws FailureException {
        FilledMessage filled = template.fill(context.answering(request.message()));
        if (isWhole || !echoes) {
            return filled.bytes();
        }
        IsoPackager reader = packager.orElseThrow();
        Optional<DecodedMessage> known = filled.decoded(reader);
        DecodedMessage given = known.isPresent() ? known.get() : new MessageDecoder(reader).decode(filled.bytes());
        byte[] answer = EchoingAnswer.to(request.message(), given);
        if (filled.keys().isPresent()) {
            filled.sealInto(new MessageDecoder(reader).decode(answer));
        }
        return answer;
    }
}
