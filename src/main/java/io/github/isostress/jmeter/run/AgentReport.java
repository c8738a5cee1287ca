package io.github.isostress.jmeter.run;

import io.github.isostress.health.record.RecordedAgent;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.jmeter.agent.Assignment;
import io.github.isostress.jmeter.agent.ReportDelivery;
import io.github.isostress.jmeter.agent.ReportDesk;
import io.github.isostress.jmeter.record.RecordText;
import java.io.IOException;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.util.JMeterUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this JVM, an agent, reports to the controller of its run. Immutable.
 *
 * @param desk where it is handed in; empty if no controller waits for it
 */
record AgentReport(Optional<ReportDesk> desk) {
    private static final Logger LOG = LoggerFactory.getLogger(TestRun.class);

    /** That of the run that ends. */
    static AgentReport ofRun() {
        return new AgentReport(Assignment.ofRun().flatMap(assigned -> assigned.remote(ReportDesk.class)));
    }

    /** Whether a controller waits for it. */
    boolean isAwaited() {
        return desk.isPresent();
    }

    /** Hands it in, if it is awaited. Blocks for ten seconds at most; the log says why if it cannot be delivered. */
    void handIn(RunRecord run) {
        desk.flatMap(open -> whyNot(run, open))
                .ifPresent(reason -> LOG.error("The controller has no report of this agent: {}", reason));
    }

    /** As its controller calls it: JMeter puts that in front of the names of threads. */
    private static String name() {
        String name = JMeterUtils.getProperty(JMeterUtils.THREAD_GROUP_DISTRIBUTED_PREFIX_PROPERTY_NAME);
        return StringUtils.isBlank(name) ? JMeterUtils.getLocalHostName() : name.strip();
    }

    private static Optional<String> whyNot(RunRecord run, ReportDesk desk) {
        try {
            RecordedAgent agent = new RecordedAgent(name(), Optional.of(run));
            return ReportDelivery.deliver(RecordText.of(agent), desk);
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }
}
