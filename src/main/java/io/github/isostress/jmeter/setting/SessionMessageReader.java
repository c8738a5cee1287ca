package io.github.isostress.jmeter.setting;

import io.github.isostress.exchange.AfterTimeout;
import io.github.isostress.exchange.Exchange;
import io.github.isostress.exchange.ExchangeSettings;
import io.github.isostress.exchange.Expectation;
import io.github.isostress.exchange.ResponseMatcher;
import io.github.isostress.exchange.UnsolicitedRules;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.judgement.ResponseRules;
import io.github.isostress.link.SessionMessage;
import io.github.isostress.link.SessionMessageKind;
import io.github.isostress.link.SessionMessages;
import io.github.isostress.link.SessionMessages.EchoWhen;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.template.RequestCheck;
import io.github.isostress.message.template.TemplateSource;
import io.github.isostress.message.value.MessageContext;
import io.github.isostress.seal.NewKeys;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** Reads the sign-on, echo and sign-off of an {@code Iso8583Connection}. */
final class SessionMessageReader {
    private static final List<ElementPath> STAN = List.of(ElementPath.parse("11"));
    private static final int LONGEST_TIMEOUT = 3_600_000;

    private final TestElement connection;
    private final Iso8583ConnectionSchema schema;
    private final PropertyReader read;
    private final RunContext run;
    private final Optional<IsoPackager> packager;
    private final UnsolicitedRules unsolicited;
    private final Supplier<MessageContext> context;

    SessionMessageReader(
            TestElement connection,
            PropertyReader read,
            RunContext run,
            Optional<IsoPackager> packager,
            UnsolicitedRules unsolicited,
            Supplier<MessageContext> context) {
        this.context = context;
        this.connection = connection;
        this.schema = Iso8583ConnectionSchema.INSTANCE;
        this.read = read;
        this.run = run;
        this.packager = packager;
        this.unsolicited = unsolicited;
    }

    SessionMessages sessionMessages() throws FailureException {
        return new SessionMessages(
                sessionMessage(SessionMessageKind.SIGN_ON, schema.signOn, schema.signOnCodes),
                sessionMessage(SessionMessageKind.ECHO, schema.echo, schema.echoCodes),
                read.choice(schema.echoWhen, "when idle", "always").equals("always") ? EchoWhen.ALWAYS : EchoWhen.IDLE,
                read.number(schema.echoIdle),
                sessionMessage(SessionMessageKind.SIGN_OFF, schema.signOff, schema.signOffCodes));
    }

    private Optional<SessionMessage> sessionMessage(
            SessionMessageKind kind, StringPropertyDescriptor<?> text, StringPropertyDescriptor<?> codes)
            throws FailureException {
        Optional<MessageTemplate> template = template(connection, text.getName(), run, packager);
        if (template.isEmpty()) {
            return Optional.empty();
        }
        int timeout = read.number(schema.sessionMessageTimeout, 1, LONGEST_TIMEOUT);
        return Optional.of(new SessionMessage(
                kind,
                template.get(),
                new Exchange(new ExchangeSettings(
                        packager,
                        new ResponseMatcher(STAN),
                        timeout,
                        AfterTimeout.CLOSE,
                        unsolicited,
                        Expectation.ANSWER)),
                new ResponseRules(read.parsed(codes, SuccessCodesReader::of), List.of()),
                context,
                newKeys()));
    }

    private NewKeys newKeys() {
        try {
            return read.parsed(schema.newKeys, NewKeys::parse);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("newKeys: " + e.getMessage(), e);
        }
    }

    /**
     * The template in a property of the connection; empty if it is blank.
     *
     * @throws FailureException {@link Failure#TEMPLATE_ERROR}, naming connection and property
     */
    static Optional<MessageTemplate> template(
            TestElement connection, String property, RunContext run, Optional<IsoPackager> packager)
            throws FailureException {
        Object place = JMeterExpressions.place(connection.getProperty(property));
        String source = JMeterExpressions.textAt(place);
        if (source.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(run.templates()
                    .get(
                            place,
                            TemplateSource.only(source),
                            packager,
                            JMeterExpressions.INSTANCE,
                            RequestCheck.READ_BACK));
        } catch (FailureException e) {
            String shortName = property.substring(property.indexOf('.') + 1);
            throw new FailureException(
                    Failure.TEMPLATE_ERROR, "'" + connection.getName() + "', " + shortName + ": " + e.getMessage(), e);
        }
    }
}
