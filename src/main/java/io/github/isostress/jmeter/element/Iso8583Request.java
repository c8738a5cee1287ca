package io.github.isostress.jmeter.element;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.OutgoingRequest;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Frame;
import io.github.isostress.jmeter.BothSides;
import io.github.isostress.jmeter.IntendedStart;
import io.github.isostress.jmeter.LastExchange;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.jmeter.sample.PluginFailure;
import io.github.isostress.jmeter.sample.RequestOutcome;
import io.github.isostress.jmeter.sample.ResponseDetail;
import io.github.isostress.jmeter.sample.SampleOrigin;
import io.github.isostress.jmeter.sample.ThreadConnection;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.jmeter.setting.MessageChoice;
import io.github.isostress.jmeter.setting.RequestSettings;
import io.github.isostress.judgement.Verdict;
import io.github.isostress.judgement.VerifiedSeals;
import io.github.isostress.link.LinkNotOpened;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.describe.MessageBytes;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.template.FilledMessage;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.MessageContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jmeter.config.ConfigTestElement;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.PropertiesAccessor;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * Sampler "ISO 8583 Request": builds a request from its template, sends it over the thread's connection and reports the
 * answer. If it opens a connection first, listeners get a sample of that; if the connection fails, that failed sample
 * is the sampler's result.
 */
public final class Iso8583Request extends ConnectionSampler {
    private static final long serialVersionUID = 1L;

    /** The nearest first. */
    private final transient List<Iso8583MessageDefaults> inherited = new ArrayList<>();

    private final transient RequestTemplate template = new RequestTemplate(this, inherited);
    private final transient RequestVerification verification = new RequestVerification(this, inherited);
    private final transient RequestPreparation preparation = new RequestPreparation();
    private transient RequestSettings settings;
    private transient MessageContext context;
    private transient VerifiedSeals verified = VerifiedSeals.NONE;
    /** Read for the next sample before it is due; else null. */
    private transient RequestSettings early;

    @Override
    public Iso8583RequestSchema getSchema() {
        return Iso8583RequestSchema.INSTANCE;
    }

    @Override
    public PropertiesAccessor<? extends Iso8583Request, ? extends Iso8583RequestSchema> getProps() {
        return new PropertiesAccessor<>(this, getSchema());
    }

    /** Takes all message defaults, too, the nearest first. */
    @Override
    public void addTestElement(TestElement element) {
        super.addTestElement(element);
        if (element instanceof Iso8583MessageDefaults defaults) {
            inherited.add(defaults);
        }
    }

    @Override
    public void clearTestElementChildren() {
        super.clearTestElementChildren();
        inherited.clear();
    }

    @Override
    public boolean applies(ConfigTestElement element) {
        return super.applies(element) || element instanceof Iso8583MessageDefaults;
    }

    /** Prepares what the thread's first sample needs, before it is due. */
    void getReady() {
        preparation.make(this, connectionInScope(), interruption());
    }

    /** Reads the properties as they are for the next sample, which does not evaluate them again, and compiles. */
    void prepareNext(ThreadConnection connection, RunContext run) throws FailureException {
        early = RequestSettings.read(this, connection, run, settings);
        context(run);
        template.of(run, connection.packager(), early.check());
        verification.of(run, connection.packager());
    }

    @Override
    JtlColumns columnsWhenNotSent() {
        return JtlColumns.NOT_SENT;
    }

    @Override
    SampleResult sample(String label, RunContext run) throws FailureException {
        ThreadConnection connection = connection(run);
        FilledMessage message = prepare(connection, run);
        OutgoingRequest request = settings.exchange().read(message);
        OptionalLong intended = IntendedStart.of(getThreadContext());
        if (intended.isPresent()) {
            interruption().pause(intended.getAsLong());
        }
        BothSides.Departure departure = run.bothSides().begin(request.decoded());
        Outcome outcome;
        OptionalLong issuerNanos;
        try {
            connectionInScope().earlyConnect().check();
            outcome = connection.run(settings.exchange(), request, interruption());
        } catch (LinkNotOpened e) {
            leave(LastExchange.NOTHING);
            connection.origin().observations().ofLackOfConnection();
            return notSent(connection.origin().sample(e), run);
        } finally {
            issuerNanos = departure.end();
        }
        if (outcome.wasSent()) {
            IntendedStart.sent(getThreadContext(), outcome.startNanos());
        }
        unsentPause().sent();
        SampleResult sample = received(label, message, outcome, intended, issuerNanos, connection.origin());
        keep(RequestOutcome.of(sample, outcome.wasSent()));
        connection.origin().observations().ofRequest(sample, outcome, intended);
        return sample;
    }

    @Override
    SampleResult notSent(SampleResult sample, RunContext run) {
        keep(RequestOutcome.NOT_SENT);
        return super.notSent(sample, run);
    }

    private void keep(RequestOutcome outcome) {
        JMeterVariables variables = getThreadContext().getVariables();
        if (variables != null) {
            outcome.put(variables);
        }
    }

    /** Tells what was sent and what came, even if the plugin fails. */
    private SampleResult received(
            String label,
            FilledMessage message,
            Outcome outcome,
            OptionalLong intended,
            OptionalLong issuerNanos,
            SampleOrigin origin) {
        try {
            leave(exchange(message, outcome, origin.describer()));
            keep(JtlColumns.ofRequest(origin.connection(), outcome, intended, issuerNanos));
            ResponseDetail detail = detail(settings.detail());
            Verdict verdict = settings.rules().judge(outcome, verified, context);
            return origin.results().ofRequest(label, outcome, verdict, detail, origin.describer());
        } catch (RuntimeException | Error e) {
            Verdict verdict = Verdict.failed(PluginFailure.of(label, e));
            return origin.results().ofRequest(label, outcome, verdict, ResponseDetail.FULL, origin.describer());
        }
    }

    private static LastExchange exchange(FilledMessage message, Outcome outcome, MessageDescriber describer) {
        if (outcome.request() != null) {
            return new LastExchange(outcome.request(), outcome.answer());
        }
        byte[] sent = message.bytes();
        Frame answer = outcome.response();
        return LastExchange.unread(
                outcome.wasSent() ? MessageBytes.unread(sent, 0, sent.length, describer) : null,
                answer == null
                        ? null
                        : MessageBytes.unread(
                                answer.bytes(), answer.messageStart(), answer.messageLength(), describer));
    }

    private FilledMessage prepare(ThreadConnection connection, RunContext run) throws FailureException {
        try {
            settings = early == null ? RequestSettings.read(this, connection, run, settings) : early;
            early = null;
            context = context(run);
            verified = verification.of(run, connection.packager());
            return template.of(run, connection.packager(), settings.check()).fill(context);
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.CONFIG_ERROR, "'" + getName() + "': " + e.getMessage(), e);
        }
    }

    /** The compiled template, for a packager or for raw messages. */
    public MessageTemplate template(RunContext run, Optional<IsoPackager> packager) throws FailureException {
        return template.of(run, packager, RequestSettings.check(this));
    }

    @Override
    void keepVariables(JMeterVariables variables, LastExchange exchange) {
        if (settings != null) {
            settings.variables().set(variables, exchange, MessageChoice.RESPONSE, "");
        }
    }
}
