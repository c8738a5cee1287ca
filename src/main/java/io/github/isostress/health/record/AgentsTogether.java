package io.github.isostress.health.record;

import io.github.isostress.health.verdict.Limits;
import io.github.isostress.health.verdict.Reason;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.health.verdict.Validity;
import io.github.isostress.health.verdict.ValidityRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the agents of a run say together. Immutable.
 *
 * @param agents those that were asked to make the load
 */
public record AgentsTogether(List<RecordedAgent> agents) {
    /** Copies the agents. */
    public AgentsTogether {
        agents = List.copyOf(agents);
    }

    /** What those that left a report have reported. */
    public Stream<RunRecord> reports() {
        return agents.stream().map(RecordedAgent::run).flatMap(Optional::stream);
    }

    /** Whether all have left a report. */
    public boolean haveAllReported() {
        return agents.stream().allMatch(agent -> agent.run().isPresent());
    }

    /** How many requests were due on those that left a report; 0 if there was no schedule, or if it is not known. */
    public long due() {
        return reports().mapToLong(RunRecord::due).sum();
    }

    /**
     * The reasons of all agents, each with the name of its agent, so that the worst verdict is that of all. An agent
     * that left no report is a reason itself.
     */
    public RunVerdict verdict(Limits limits) {
        return RunVerdict.of(Stream.concat(agents.stream().flatMap(AgentsTogether::reasons), silent(limits).stream())
                .toList());
    }

    private static Stream<Reason> reasons(RecordedAgent agent) {
        return agent.run().flatMap(RunRecord::verdict).stream()
                .flatMap(verdict -> verdict.reasons().stream())
                .map(reason -> new Reason(
                        reason.rule(), reason.validity(), "agent " + agent.name() + ": " + reason.sentence()));
    }

    private Optional<Reason> silent(Limits limits) {
        List<String> names = agents.stream()
                .filter(agent -> agent.run().isEmpty())
                .map(RecordedAgent::name)
                .toList();
        Validity validity = limits.of(ValidityRule.AGENTS).of(names.size());
        return validity == Validity.VALID
                ? Optional.empty()
                : Optional.of(new Reason(
                        ValidityRule.AGENTS,
                        validity,
                        (names.size() == 1 ? "agent " : "agents ") + String.join(", ", names)
                                + " left no report: what was sent there, and what was the limit, is not known, and"
                                + " results may be missing; an agent leaves none if it dies, does not reach this"
                                + " machine, or has another version of the plugin"));
    }

    /** The figures of those that left a report, added up; empty if there are none. */
    public Optional<RecordedFigures> figures() {
        List<RecordedFigures> all =
                reports().flatMap(run -> run.figures().stream()).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(RecordedFigures.merged(all));
    }
}
