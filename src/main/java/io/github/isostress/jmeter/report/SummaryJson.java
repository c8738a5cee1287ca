package io.github.isostress.jmeter.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.isostress.health.Durations;
import io.github.isostress.health.Result;
import io.github.isostress.health.record.RecordedAgent;
import io.github.isostress.health.record.RecordedFigures;
import io.github.isostress.health.record.RunRecord;

/** A summary as JSON, for programs. Times are in milliseconds. Stateless. */
final class SummaryJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double MICROS_IN_A_MILLISECOND = 1_000;

    private SummaryJson() {}

    static String of(FinishedRun run) {
        SummedRequests requests = run.figures().requests();
        ObjectNode json = MAPPER.createObjectNode();
        json.put("passes", run.passes());
        run.remark().ifPresent(remark -> json.put("remark", remark));
        run.verdict().ifPresent(verdict -> {
            json.put("verdict", verdict.validity().name());
            ArrayNode reasons = json.putArray("reasons");
            verdict.reasons().forEach(reason -> reasons.add(reason.sentence()));
        });
        json.put("sent", requests.sent())
                .put("succeeded", requests.of(Result.SUCCEEDED))
                .put("declined", requests.of(Result.DECLINED))
                .put("failed", requests.of(Result.FAILED))
                .put("notSent", run.figures().unsent())
                .put("perSecond", requests.perSecond())
                .put("seconds", requests.seconds());
        RequestTimes times = run.figures().times();
        put(json, "roundTrip", times.roundTrips());
        put(json, "lag", run.figures().lags());
        put(json, "response", times.responses());
        if (!run.agents().isEmpty()) {
            ArrayNode agents = json.putArray("agents");
            run.agents().forEach(agent -> put(agents.addObject(), agent));
        }
        ArrayNode gates = json.putArray("gates");
        run.gates()
                .forEach(gate -> gates.addObject()
                        .put("gate", gate.gate())
                        .put("held", gate.held())
                        .put("seen", gate.seen()));
        return written(json);
    }

    private static void put(ObjectNode json, RecordedAgent agent) {
        json.put("name", agent.name()).put("reported", agent.run().isPresent());
        agent.run()
                .flatMap(RunRecord::verdict)
                .ifPresent(verdict -> json.put("verdict", verdict.validity().name()));
        agent.run().flatMap(RunRecord::figures).map(RecordedFigures::all).ifPresent(all -> {
            json.put("sent", all.count())
                    .put("succeeded", all.succeeded())
                    .put("declined", all.declined())
                    .put("failed", all.failed())
                    .put("notSent", all.notSent())
                    .put("perSecond", all.perSecond());
            put(json, "roundTrip", all.durations().durations());
        });
    }

    private static void put(ObjectNode json, String name, Durations durations) {
        if (durations.count() > 0) {
            json.putObject(name)
                    .put("mean", durations.meanMicros() / MICROS_IN_A_MILLISECOND)
                    .put("p50", durations.millis(50))
                    .put("p90", durations.millis(90))
                    .put("p99", durations.millis(99))
                    .put("p999", durations.millis(99.9))
                    .put("max", durations.millis(100));
        }
    }

    private static String written(ObjectNode json) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers and texts is always JSON", e);
        }
    }
}
