package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.jmeter.MissingJar;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.element.KeysInScope;
import io.github.isostress.jmeter.sample.SampleListeners;
import io.github.isostress.jmeter.sample.SampleResults;
import io.github.isostress.jmeter.sample.ThreadConnection;
import io.github.isostress.link.Interruption;
import io.github.isostress.link.LinkNotOpened;
import io.github.isostress.link.RunLinks;
import io.github.isostress.tls.TlsContexts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * Tries a connection or a request outside a test, with the steps of a test: connect, sign-on, the request if there is
 * one, sign-off. One trial runs once, in the thread that asks; {@link #cancel} may come from any thread.
 */
public final class Trial {
    private final PlanScope scope;
    private final String name;
    private final Step step;
    private final List<SampleResult> samples = new CopyOnWriteArrayList<>();
    private Thread worker;
    private RunLinks links;
    private boolean cancelled;
    private volatile AwaitedClients awaited;
    private volatile TlsContexts tls = new TlsContexts();

    private Trial(PlanScope scope, String name, Step step) {
        this.scope = scope;
        this.name = name;
        this.step = step;
    }

    /** A trial of a request over the connection in scope. Both elements are copied. */
    public static Trial of(PlanScope scope, Iso8583Request request) {
        return new Trial(scope, request.getName(), new Request(scope, request));
    }

    /** A trial of the connection alone, which the scope must have. */
    public static Trial ofConnection(PlanScope scope) {
        return new Trial(scope, scope.connection().orElseThrow().getName(), new Connect(scope));
    }

    /** What a trial does over the connection. */
    private interface Step {
        /** Runs the step; returns its sample if the listeners have not heard it. */
        Optional<SampleResult> over(Optional<Iso8583Connection> connection, RunContext run) throws FailureException;

        void interrupt();
    }

    private static final class Request implements Step {
        private final PlanScope scope;
        private final Iso8583Request request;
        private volatile Iso8583Request sampler = new Iso8583Request();

        Request(PlanScope scope, Iso8583Request request) {
            this.scope = scope;
            this.request = (Iso8583Request) request.clone();
        }

        @Override
        public Optional<SampleResult> over(Optional<Iso8583Connection> connection, RunContext run)
                throws FailureException {
            sampler = scope.liveRequest(request);
            connection.ifPresent(sampler::addTestElement);
            return Optional.of(sampler.sample(null));
        }

        @Override
        public void interrupt() {
            sampler.interrupt();
        }
    }

    private static final class Connect implements Step {
        private final PlanScope scope;
        private final Interruption interruption = new Interruption();

        Connect(PlanScope scope) {
            this.scope = scope;
        }

        @Override
        public Optional<SampleResult> over(Optional<Iso8583Connection> connection, RunContext run)
                throws FailureException {
            KeysInScope keys = new KeysInScope();
            scope.liveKeys().forEach(keys::add);
            connection.orElseThrow().use(keys.context(run));
            ThreadConnection tried = connection.orElseThrow().threadConnection(run);
            interruption.begin();
            try {
                tried.links().connect(interruption);
                return Optional.empty();
            } catch (LinkNotOpened e) {
                return Optional.of(tried.origin().sample(e));
            } finally {
                interruption.end();
            }
        }

        @Override
        public void interrupt() {
            interruption.raise();
        }
    }

    /** Runs the trial and returns a sample for each step, in order. Blocks; never throws. */
    public List<SampleResult> run() {
        begin();
        try (RunContext run = RunContext.ofTrial()) {
            trial(run);
        } finally {
            end();
        }
        return List.copyOf(samples);
    }

    private void trial(RunContext run) {
        SampleResults results = new SampleResults(run.failures());
        scope.hosts().forEach(run.planHosts()::add);
        try {
            PlanVariables.lend(scope.variables(), run, () -> sample(run));
        } catch (FailureException e) {
            samples.add(results.ofUnsent(name, e.report()));
        } catch (LinkageError e) {
            samples.add(results.ofUnsent(name, MissingJar.failure(e)));
        } catch (RuntimeException e) {
            samples.add(
                    results.ofUnsent(name, new FailureReport(Failure.CONFIG_ERROR, String.valueOf(e.getMessage()))));
        }
    }

    private synchronized void began(RunLinks own) {
        links = own;
    }

    private synchronized void begin() {
        worker = Thread.currentThread();
        if (cancelled) {
            worker.interrupt();
        }
    }

    /** The thread may be a pool's, and its next work must not be interrupted. */
    private synchronized void end() {
        worker = null;
        links = null;
        Thread.interrupted();
    }

    private Void sample(RunContext run) throws FailureException {
        began(run.links());
        tls = run.tlsContexts();
        Optional<Iso8583Connection> connection = scope.liveConnection();
        if (connection.isPresent()) {
            connection.get().openLinks(run, new Listeners());
            awaited = AwaitedClients.of(connection.get(), run).orElse(null);
        }
        try {
            step.over(connection, run).ifPresent(samples::add);
        } finally {
            connection.ifPresent(Iso8583Connection::threadFinished);
        }
        return null;
    }

    private final class Listeners implements SampleListeners {
        @Override
        public void sampleBegins() {
            // They are the same for all samples.
        }

        @Override
        public void hear(SampleResult result, JMeterVariables variables) {
            samples.add(result);
        }
    }

    /**
     * For which clients it waits, or since when for a host's answer to the TLS hello, in words; empty if there is
     * nothing to say of it. From any thread.
     */
    public Optional<String> awaited() {
        AwaitedClients clients = awaited;
        return clients == null ? SilentHandshake.words(tls.longestSilenceNanos()) : clients.words(samples);
    }

    /** Ends the trial soon; {@link #run} returns the samples up to then. */
    public synchronized void cancel() {
        cancelled = true;
        if (worker != null) {
            worker.interrupt();
            step.interrupt();
        }
        if (links != null) {
            // The sign-off comes after the step.
            links.breakOff();
        }
    }
}
