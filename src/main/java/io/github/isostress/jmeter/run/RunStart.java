package io.github.isostress.jmeter.run;

import io.github.isostress.health.RunFigures;
import io.github.isostress.health.gate.Gates;
import io.github.isostress.health.record.RecordedAgent;
import io.github.isostress.health.verdict.Limits;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.agent.AgentIdentity;
import io.github.isostress.jmeter.live.RunProgress;
import io.github.isostress.jmeter.setting.ReportChoice;
import io.github.isostress.message.packager.NearNames;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.services.FileServer;
import org.apache.jmeter.util.JMeterUtils;
import org.apache.jorphan.collections.HashTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known when a run begins and needed when it ends. Thread-safe. */
final class RunStart {
    private static final String GATES = "iso8583.gates";
    private static final String REPORT = "iso8583.report";
    private static final Duration LONGEST_WAIT_FOR_REPORTS = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(TestRun.class);

    private final ResultFiles files = new ResultFiles();
    private final AtomicReference<Gates> gates = new AtomicReference<>(Gates.NONE);
    private final Limits limits;
    private final AgentsRun agents;
    private volatile long beganMillis = System.currentTimeMillis();
    private volatile HashTree plan;
    private volatile RunProgress progress = RunProgress.NONE;
    private volatile ReportChoice page = ReportChoice.AFTER_HEADLESS_RUNS;

    private RunStart(RunContext run, Limits limits) {
        this.limits = limits;
        this.agents = new AgentsRun(run, files, this::leave, LONGEST_WAIT_FOR_REPORTS);
    }

    /** Watches the result files from now on, and tells at once what is wrong with limits and gates. The run goes on. */
    static RunStart of(RunContext run) {
        RunStart start = new RunStart(run, limitsOfProperties());
        run.watch().add(start.files);
        start.demand(JMeterUtils.getPropDefault(GATES, ""));
        return start;
    }

    private static Limits limitsOfProperties() {
        Limits.unknown(JMeterUtils.getJMeterProperties().stringPropertyNames())
                .forEach(name -> LOG.error(
                        "{} sets no limit, since there is no such rule{}",
                        name,
                        NearNames.didYouMean(name, Limits.DEFAULT.written().keySet())));
        try {
            return Limits.read(JMeterUtils::getProperty);
        } catch (IllegalArgumentException e) {
            LOG.error("The run is judged by the documented limits. {}", e.getMessage());
            return Limits.DEFAULT;
        }
    }

    /**
     * The load begins; calls after the first do nothing. The plan is kept: when a test is stopped at once, JMeter
     * forgets it before it says so.
     */
    synchronized void begin(RunContext run, Supplier<HashTree> elements) {
        if (plan == null) {
            plan = tree(elements);
            tellMachine(run);
            beganMillis = System.currentTimeMillis();
            progress = RunProgress.of(run);
        }
    }

    /** A machine that cannot know which it is would send the numbers of another one, so the run is refused. */
    private static void tellMachine(RunContext run) {
        try {
            AgentIdentity machine = AgentIdentity.ofRun();
            if (machine.isOneOfSeveral()) {
                LOG.info("{}", machine);
            }
        } catch (IllegalArgumentException e) {
            LOG.error("{}", e.getMessage());
            run.refuse(e.getMessage());
        }
    }

    /** Its part on agents. */
    AgentsRun agents() {
        return agents;
    }

    private void leave(List<RecordedAgent> reported, Optional<RunFigures> samples) {
        RunTraces.leave(() -> new AgentsEnd(this, reported, samples).record(), this);
    }

    /** Tells of the load meanwhile. */
    RunProgress progress() {
        return progress;
    }

    private static HashTree tree(Supplier<HashTree> elements) {
        try {
            return elements.get();
        } catch (IllegalArgumentException e) {
            LOG.debug("The record of this run will have no settings", e);
            return new HashTree();
        }
    }

    /** The elements of the plan; none if they are not known. */
    HashTree plan() {
        return plan == null ? new HashTree() : plan;
    }

    /** The name of the plan's file; blank if it has none. */
    static String planName() {
        return StringUtils.defaultString(FileServer.getFileServer().getScriptName());
    }

    /** Adds gates. */
    void demand(String text) {
        Gates more = Gates.parse(text);
        more.faults().forEach(fault -> LOG.error("A gate cannot be read, so the run fails it. {}", fault));
        gates.updateAndGet(known -> known.and(more));
    }

    /** Chooses when the run ends with a page. */
    void choosePage(ReportChoice choice) {
        page = choice;
    }

    /** Whether the run ends with a page. */
    boolean endsWithPage(boolean isHeadless) {
        return JMeterUtils.getPropDefault(REPORT, true) && page.isMade(isHeadless);
    }

    /** When the run began, in milliseconds since 1970. */
    long beganMillis() {
        return beganMillis;
    }

    /** Into which its results go. */
    ResultFiles files() {
        return files;
    }

    /** By which it is judged. */
    Limits limits() {
        return limits;
    }

    /** That it must pass. */
    Gates gates() {
        return gates.get();
    }
}
