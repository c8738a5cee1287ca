package io.github.isostress.jmeter.element;

import io.github.isostress.exchange.HostRequest;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.IntendedStart;
import io.github.isostress.jmeter.LastExchange;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.jmeter.sample.PluginFailure;
import io.github.isostress.jmeter.sample.ReplyVerdict;
import io.github.isostress.jmeter.sample.ResponseDetail;
import io.github.isostress.jmeter.sample.SampleOrigin;
import io.github.isostress.jmeter.sample.ThreadConnection;
import io.github.isostress.jmeter.setting.Iso8583ReplySchema;
import io.github.isostress.jmeter.setting.MessageChoice;
import io.github.isostress.jmeter.setting.ReplySettings;
import io.github.isostress.judgement.Verdict;
import io.github.isostress.link.LinkNotOpened;
import io.github.isostress.message.ElementPath;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.schema.PropertiesAccessor;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * Sampler "ISO 8583 Reply": the issuer's side. It takes the next request that came on the connection in scope, answers
 * it from a template, and reports how long both took. Two of them may share the work, with JMeter's controllers, timers
 * and scripts between them: one takes, the other answers.
 */
public final class Iso8583Reply extends ConnectionSampler {
    private static final long serialVersionUID = 1L;

    /** The other end must have taken an answer by then. */
    private static final long LONGEST_WRITE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final transient ReplyTemplate template = new ReplyTemplate(this);
    private transient ReplySettings settings;

    @Override
    public Iso8583ReplySchema getSchema() {
        return Iso8583ReplySchema.INSTANCE;
    }

    @Override
    public PropertiesAccessor<? extends Iso8583Reply, ? extends Iso8583ReplySchema> getProps() {
        return new PropertiesAccessor<>(this, getSchema());
    }

    /** Has the run join what its own requests and this element's answers have in common, from the first request on. */
    @Override
    public void begin() {
        try {
            ReplySettings.joinBy(this).ifPresent(CurrentRun.context().bothSides()::joinBy);
        } catch (RuntimeException e) {
            // A property that cannot be read is reported with each sample; a start must not throw.
        }
    }

    @Override
    JtlColumns columnsWhenNotSent() {
        return JtlColumns.REPLY_NOT_SENT;
    }

    @Override
    SampleResult sample(String label, RunContext run) throws FailureException {
        ThreadConnection connection = connection(run);
        prepare(connection, run);
        OptionalLong intended = IntendedStart.of(getThreadContext());
        if (intended.isPresent()) {
            interruption().pause(intended.getAsLong());
        }
        if (settings.action().takes()) {
            Optional<SampleResult> failed = take(label, connection, run);
            if (failed.isPresent()) {
                return failed.get();
            }
        }
        return settings.action().answers() ? answer(label, connection, run) : null;
    }

    private void prepare(ThreadConnection connection, RunContext run) throws FailureException {
        try {
            settings = ReplySettings.read(this, run);
            if (settings.action().answers()) {
                template.prepare(run, connection.packager());
            }
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.CONFIG_ERROR, "'" + getName() + "': " + e.getMessage(), e);
        }
    }

    /** Waits for a request; gives a sample if it could not be had. */
    private Optional<SampleResult> take(String label, ThreadConnection connection, RunContext run)
            throws FailureException {
        TakenRequest taken = connectionInScope().taken();
        taken.next(connection.origin());
        leave(LastExchange.NOTHING);
        long start = System.nanoTime();
        try {
            Optional<HostRequest> come = connection.receive(settings.waitMillis(), interruption());
            if (come.isEmpty()) {
                return settings.failsWithoutRequest()
                        ? Optional.of(noRequest(label, start, connection.origin()))
                        : Optional.empty();
            }
            unsentPause().sent();
            taken.take(come.get());
        } catch (LinkNotOpened e) {
            return Optional.of(notSent(connection.origin().sample(e), run));
        } catch (FailureException e) {
            if (e.failure() == Failure.INTERRUPTED) {
                return Optional.empty();
            }
            throw e;
        }
        return begin(label, taken, connection);
    }

    private SampleResult noRequest(String label, long startNanos, SampleOrigin origin) {
        keep(JtlColumns.REPLY_NOT_SENT);
        FailureReport failure =
                new FailureReport(Failure.NO_REQUEST, "nothing came in " + settings.waitMillis() + " ms");
        SampleResult sample = origin.results().ofWaitInVain(label, startNanos, failure);
        origin.observations().ofReply(sample, startNanos, System.nanoTime());
        return sample;
    }

    /** Leaves the request to whoever prepares its answer. One that cannot be read cannot be answered. */
    private Optional<SampleResult> begin(String label, TakenRequest taken, ThreadConnection connection)
            throws FailureException {
        HostRequest request = taken.toAnswer().orElseThrow();
        Optional<FailureReport> unreadable = request.unreadable();
        if (unreadable.isPresent()) {
            return Optional.of(tell(label, taken, request.unanswered(unreadable.get()), connection.origin()));
        }
        leave(new LastExchange(request.message(), null));
        JMeterVariables variables = getThreadContext().getVariables();
        if (variables != null) {
            AnswerMti.keep(variables, request);
        }
        return Optional.empty();
    }

    /** The sample of the answer; null if no request was there to be answered. */
    private SampleResult answer(String label, ThreadConnection connection, RunContext run) throws FailureException {
        TakenRequest taken = connectionInScope().taken();
        Optional<HostRequest> waiting = taken.toAnswer();
        if (waiting.isEmpty()) {
            return null;
        }
        HostRequest request = waiting.get();
        Outcome outcome;
        try {
            byte[] answer = template.fill(request, settings.echoes(), context(run));
            long deadline = System.nanoTime() + LONGEST_WRITE_NANOS;
            outcome = request.exchange(request.answer(answer, deadline, joining(request, run)));
        } catch (FailureException e) {
            outcome = request.unanswered(e.report());
        } catch (IllegalArgumentException e) {
            outcome = request.unanswered(new FailureReport(Failure.TEMPLATE_ERROR, e.getMessage()));
        }
        if (outcome.wasSent()) {
            IntendedStart.sent(getThreadContext(), outcome.firstByteNanos());
        }
        return tell(label, taken, outcome, connection.origin());
    }

    private LongConsumer joining(HostRequest request, RunContext run) {
        Optional<ElementPath> key = settings.joinBy();
        return key.isEmpty() || request.message() == null
                ? begins -> {}
                : begins -> run.bothSides().answered(request.message(), key.get(), begins - request.receivedNanos());
    }

    /** Tells what came and what was answered, even if the plugin fails. */
    private SampleResult tell(String label, TakenRequest taken, Outcome outcome, SampleOrigin origin) {
        long queueNanos = taken.queueNanos();
        taken.done();
        SampleResult sample;
        try {
            leave(new LastExchange(outcome.request(), outcome.answer()));
            keep(JtlColumns.ofReply(origin.connection(), outcome, queueNanos));
            sample = origin.results()
                    .ofReply(label, outcome, ReplyVerdict.on(outcome), detail(settings.detail()), origin.describer());
        } catch (RuntimeException | Error e) {
            Verdict verdict = Verdict.failed(PluginFailure.of(label, e));
            sample = origin.results().ofReply(label, outcome, verdict, ResponseDetail.FULL, origin.describer());
        }
        origin.observations().ofReply(sample, outcome.startNanos(), outcome.endNanos());
        return sample;
    }

    @Override
    void keepVariables(JMeterVariables variables, LastExchange exchange) {
        if (settings != null) {
            settings.variables().set(variables, exchange, MessageChoice.REQUEST, "");
        }
    }
}
