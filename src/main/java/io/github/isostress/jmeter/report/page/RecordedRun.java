package io.github.isostress.jmeter.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.isostress.health.ObservedLink;
import io.github.isostress.health.record.RecordedFigures;
import io.github.isostress.health.record.RecordedMachine;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.health.verdict.CalibratedLoad;
import io.github.isostress.health.verdict.RunVerdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a run's record tells a page: the verdict with its reasons, the plan, the machine and the agents. */
final class RecordedRun {
    private static final double MILLIS_IN_A_SECOND = TimeUnit.SECONDS.toMillis(1);

    private final RunRecord run;

    RecordedRun(RunRecord run) {
        this.run = run;
    }

    /**
     * Puts it in.
     *
     * @param beginMillis when the page's time begins, in milliseconds since 1970
     */
    void tell(ObjectNode node, long beginMillis) {
        run.verdict().ifPresent(verdict -> tell(verdict, node.putObject("verdict")));
        run.calibration().ifPresent(load -> tell(load, node.putObject("calibration")));
        node.put("plan", run.plan());
        ArrayNode elements = node.putArray("elements");
        run.elements().forEach(element -> {
            ObjectNode told = elements.addObject().put("type", element.type()).put("name", element.name());
            putPairs(told, "settings", element.settings());
        });
        tell(run.figures().map(RecordedFigures::links).orElse(List.of()), node.putArray("links"));
        putPairs(node, "properties", run.properties());
        putPairs(node, "limits", run.limits());
        tell(run.machine(), node.putArray("machine"));
        new RecordedAgents(run.agents()).tell(node.putArray("agents"), beginMillis);
        if (!run.seconds().isEmpty()) {
            new GeneratorColumns(run.seconds(), (run.beganMillis() - beginMillis) / MILLIS_IN_A_SECOND)
                    .tell(node.putObject("generator"));
        }
    }

    private static void tell(RunVerdict verdict, ObjectNode node) {
        node.put("validity", verdict.validity().name());
        ArrayNode reasons = node.putArray("reasons");
        verdict.reasons()
                .forEach(reason -> reasons.addObject()
                        .put("rule", reason.rule().key())
                        .put("validity", reason.validity().name())
                        .put("sentence", reason.sentence()));
    }

    private static void tell(List<ObservedLink> links, ArrayNode told) {
        links.forEach(link -> told.addObject()
                .put("name", link.links())
                .put("requests", link.requests())
                .put("mostUnderWay", link.mostUnderWay())
                .put("connections", link.connections())
                .put("late", link.late())
                .put("doubled", link.doubled())
                .put("unmatched", link.unmatched())
                .put("lost", link.lost())
                .put("sentBytes", link.sentBytes())
                .put("receivedBytes", link.receivedBytes()));
    }

    private static void tell(CalibratedLoad load, ObjectNode node) {
        node.put("mostPerSecond", load.mostPerSecond())
                .put("p50", load.p50Millis())
                .put("p99", load.p99Millis())
                .put("max", load.maxMillis())
                .put("seconds", load.seconds());
    }

    static void tell(RecordedMachine machine, ArrayNode pairs) {
        pairs.addArray().add("Machine").add(machine.name());
        pairs.addArray().add("System").add(machine.system());
        pairs.addArray().add("Cores").add(String.valueOf(machine.cores()));
        if (machine.memoryMegabytes() >= 0) {
            pairs.addArray().add("Memory").add(megabytes(machine.memoryMegabytes()));
        }
        pairs.addArray().add("Heap, at most").add(megabytes(machine.heapMegabytes()));
        pairs.addArray().add("Java").add(machine.java());
        pairs.addArray().add("JMeter").add(machine.jmeter());
        pairs.addArray().add("iso-stress").add(machine.plugin());
    }

    private static String megabytes(long number) {
        return String.format(Locale.ROOT, "%,d MB", number);
    }

    static void putPairs(ObjectNode node, String name, Map<String, String> values) {
        ArrayNode pairs = node.putArray(name);
        values.forEach((key, value) -> pairs.addArray().add(key).add(value));
    }
}
