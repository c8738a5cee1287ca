package io.github.isostress.jmeter.run;

import io.github.isostress.health.RunFigures;
import io.github.isostress.health.gate.GateResult;
import io.github.isostress.health.record.AgentsTogether;
import io.github.isostress.health.record.RecordedAgent;
import io.github.isostress.health.record.RecordedFigures;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.jmeter.record.FailureLines;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the record of a run that agents have made, at their controller. Used by one thread. */
final class AgentsEnd {
    private final RunStart start;
    private final List<RecordedAgent> agents;
    private final Optional<RunFigures> samples;
    private final AgentsTogether together;

    /**
     * All that is known.
     *
     * @param samples what the agents have sent, where a listener has counted it
     */
    AgentsEnd(RunStart start, List<RecordedAgent> agents, Optional<RunFigures> samples) {
        this.start = start;
        this.agents = agents;
        this.samples = samples;
        this.together = new AgentsTogether(agents);
    }

    RunRecord record() {
        Optional<RunVerdict> verdict = verdict();
        Optional<RecordedFigures> figures = figures();
        Optional<RunRecord> one = together.reports().findFirst();
        return new RunRecord(
                RunRecord.FORMAT,
                start.beganMillis(),
                System.currentTimeMillis(),
                verdict,
                start.limits().written(),
                gates(figures, verdict),
                Optional.empty(),
                figures,
                ThisMachine.recorded(),
                RunStart.planName(),
                one.map(RunRecord::elements).orElse(List.of()),
                one.map(RunRecord::properties).orElse(Map.of()),
                List.of(),
                List.of(),
                agents.stream().map(AgentsEnd::withoutPlan).toList());
    }

    private static RecordedAgent withoutPlan(RecordedAgent agent) {
        return new RecordedAgent(agent.name(), agent.run().map(RunRecord::withoutElements));
    }

    /** That of the agents; and this machine has to write the results. */
    private Optional<RunVerdict> verdict() {
        if (agents.isEmpty()) {
            return Optional.empty();
        }
        RunVerdict verdict = together.verdict(start.limits());
        return Optional.of(start.files().fault(start.limits()).map(verdict::and).orElse(verdict));
    }

    /** Those of the reports. If one is missing, the samples may tell more. */
    private Optional<RecordedFigures> figures() {
        Optional<RecordedFigures> ofReports = together.figures();
        return together.haveAllReported() && ofReports.isPresent()
                ? ofReports
                : samples.map(counted -> RecordedFigures.of(counted, FailureLines::shown))
                        .or(() -> ofReports);
    }

    private List<GateResult> gates(Optional<RecordedFigures> figures, Optional<RunVerdict> verdict) {
        // What a missing agent was to send is not known.
        long due = together.haveAllReported() ? together.due() : 0;
        return figures.map(known -> start.gates().check(known.inGates(due, verdict)))
                .orElseGet(() -> RunEnd.unchecked(start.gates()));
    }
}
