package io.github.isostress.jmeter.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.isostress.health.record.RecordedAgent;
import io.github.isostress.health.record.RecordedDurations;
import io.github.isostress.health.record.RecordedFigures;
import io.github.isostress.health.record.RecordedSamples;
import io.github.isostress.health.record.RunRecord;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the agents of a run have reported, for a page. */
final class RecordedAgents {
    private static final double MICROS_IN_A_MILLISECOND = 1e3;
    private static final double MILLIS_IN_A_SECOND = TimeUnit.SECONDS.toMillis(1);

    /** Whose condition is drawn second by second: a browser can carry so many. */
    private static final int MOST_DRAWN = 20;

    private final List<RecordedAgent> agents;

    RecordedAgents(List<RecordedAgent> agents) {
        this.agents = agents;
    }

    /**
     * Puts them in. Times are in microseconds.
     *
     * @param beginMillis when the page's time begins, in milliseconds since 1970
     */
    void tell(ArrayNode told, long beginMillis) {
        for (int i = 0; i < agents.size(); i++) {
            RecordedAgent agent = agents.get(i);
            ObjectNode node = told.addObject()
                    .put("name", agent.name())
                    .put("reported", agent.run().isPresent());
            agent.run().ifPresent(run -> tell(run, node));
            if (i < MOST_DRAWN) {
                agent.run().ifPresent(run -> tellCondition(run, node, beginMillis));
            }
        }
    }

    private static void tell(RunRecord run, ObjectNode node) {
        run.verdict()
                .ifPresent(verdict -> node.put("validity", verdict.validity().name()));
        run.figures().ifPresent(figures -> tell(figures, node));
        RecordedRun.tell(run.machine(), node.putArray("machine"));
        RecordedRun.putPairs(node, "properties", run.properties());
    }

    private static void tell(RecordedFigures figures, ObjectNode node) {
        RecordedSamples all = figures.all();
        node.put("count", all.count())
                .put("succeeded", all.succeeded())
                .put("declined", all.declined())
                .put("failed", all.failed())
                .put("unsent", all.notSent())
                .put("rate", all.perSecond());
        tell(all.durations(), node.putObject("roundTrip"));
        tell(figures.lag(), node.putObject("lag"));
    }

    private static void tell(RecordedDurations durations, ObjectNode node) {
        node.put("count", durations.count())
                .put("p50", micros(durations.p50()))
                .put("p99", micros(durations.p99()))
                .put("max", micros(durations.max()));
    }

    private static long micros(double millis) {
        return Math.round(millis * MICROS_IN_A_MILLISECOND);
    }

    private static void tellCondition(RunRecord run, ObjectNode node, long beginMillis) {
        if (!run.seconds().isEmpty()) {
            new GeneratorColumns(run.seconds(), (run.beganMillis() - beginMillis) / MILLIS_IN_A_SECOND)
                    .tell(node.putObject("generator"));
        }
    }
}
