package io.github.isostress.jmeter.calibration;

import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.MissingJar;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583FieldExtractor;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.rehearsal.PlanVariables;
import io.github.isostress.jmeter.sample.SampleListeners;
import io.github.isostress.jmeter.setting.JMeterExpressions;
import io.github.isostress.message.value.Expression;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jmeter.assertions.AssertionResult;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * Does what a thread of a plan's group would do with the group's requests, one after the other and over again: the
 * samplers themselves, without JMeter's controllers, timers, assertions and listeners.
 */
final class CalibrationThread implements Runnable {
    /** The variable in which JMeter keeps whether each iteration is for the same user. */
    private static final String SAME_USER = "__jmv_SAME_USER";

    private final PlannedGroup group;
    private final CalibrationHosts hosts;
    private final CalibrationPace pace;
    private final FirstFailure failure;
    private final RunContext run;
    private final Map<Iso8583Connection, Iso8583Connection> connections = new IdentityHashMap<>();
    private volatile Iso8583Request current = new Iso8583Request();

    /** A request of this thread's own, and what makes variables of its answers. */
    private record Step(Iso8583Request request, List<Iso8583FieldExtractor> extractors, List<Expression> conditions) {
        boolean isDue() {
            return conditions.stream()
                    .allMatch(condition -> condition.evaluate().strip().equalsIgnoreCase("true"));
        }
    }

    CalibrationThread(
            PlannedGroup group, CalibrationHosts hosts, CalibrationPace pace, FirstFailure failure, RunContext run) {
        this.group = group;
        this.hosts = hosts;
        this.pace = pace;
        this.failure = failure;
        this.run = run;
    }

    @Override
    public void run() {
        try {
            PlanVariables.lend(group.variables(), run, this::work);
        } catch (FailureException | RuntimeException e) {
            failure.ends(e.getMessage());
        } catch (LinkageError e) {
            failure.ends(MissingJar.sentence(e));
        }
    }

    private Void work() throws FailureException {
        JMeterContextService.getContext().getVariables().putObject(SAME_USER, group.isSameUser());
        try {
            List<Step> steps = steps();
            while (!pace.isOver()) {
                connections.values().forEach(connection -> connection.testIterationStart(null));
                takeThoseDue(steps);
            }
        } finally {
            connections.values().forEach(Iso8583Connection::threadFinished);
        }
        return null;
    }

    private List<Step> steps() throws FailureException {
        List<Step> steps = new ArrayList<>();
        for (PlannedRequest planned : group.requests()) {
            Iso8583Request request = planned.scope().liveRequest(planned.request());
            request.addTestElement(connection(planned));
            steps.add(new Step(
                    request,
                    planned.extractors().stream().map(planned.scope()::live).toList(),
                    planned.conditions().stream()
                            .map(JMeterExpressions.INSTANCE::compile)
                            .toList()));
        }
        return steps;
    }

    /** This thread's copy of a connection. */
    private Iso8583Connection connection(PlannedRequest planned) throws FailureException {
        Iso8583Connection known = connections.get(planned.connection());
        if (known != null) {
            return known;
        }
        Iso8583Connection own = planned.scope().live(hosts.redirected(planned.connection()));
        own.openLinks(run, Unheard.INSTANCE);
        connections.put(planned.connection(), own);
        return own;
    }

    private void takeThoseDue(List<Step> steps) {
        boolean anyIsDue = false;
        for (Step step : steps) {
            if (step.isDue()) {
                anyIsDue = true;
                take(step);
            }
        }
        if (!anyIsDue) {
            throw new IllegalArgumentException("'" + group.name() + "' sends nothing: all its requests are in If"
                    + " Controllers, and no condition of theirs is true");
        }
    }

    private void take(Step step) {
        if (!pace.awaitTurn()) {
            return;
        }
        current = step.request();
        SampleResult sample = current.sample(null);
        JMeterContextService.getContext().setPreviousResult(sample);
        step.extractors().forEach(each -> extract(each, sample));
        failure.look(sample);
    }

    /** An extractor that cannot do what its properties say logs that after each sample. */
    private static void extract(Iso8583FieldExtractor extractor, SampleResult sample) {
        extractor.process();
        for (AssertionResult refusal : sample.getAssertionResults()) {
            throw new IllegalArgumentException("'" + extractor.getName() + "': " + refusal.getFailureMessage());
        }
    }

    /** Ends a wait for an answer, or for a connection. From any thread. */
    void interrupt() {
        current.interrupt();
    }

    /** Nobody hears of connects and session messages. */
    private enum Unheard implements SampleListeners {
        INSTANCE;

        @Override
        public void sampleBegins() {
            // They are the same for all samples.
        }

        @Override
        public void hear(SampleResult result, JMeterVariables variables) {
            // Not counted.
        }
    }
}
