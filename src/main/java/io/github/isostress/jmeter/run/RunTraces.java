package io.github.isostress.jmeter.run;

import io.github.isostress.health.gate.GateResult;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.health.verdict.Validity;
import io.github.isostress.jmeter.Announcement;
import io.github.isostress.jmeter.MissingJar;
import io.github.isostress.jmeter.record.RunRecordFile;
import io.github.isostress.jmeter.report.jtl.FailureReasons;
import io.github.isostress.jmeter.report.page.ReportPage;
import io.github.isostress.message.masking.ShownText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jmeter.util.JMeterUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the user of a run that has ended, and leaves its record beside the results. Stateless. */
final class RunTraces {
    private static final Logger LOG = LoggerFactory.getLogger(TestRun.class);

    private RunTraces() {}

    /** Whether a run is to leave anything. */
    static boolean areWanted() {
        return JMeterUtils.getPropDefault("iso8583.verdict", true);
    }

    /**
     * Hands the record in at the controller of this agent, if there is one; tells the log, and the console where there is
     * no window; then writes the files. Does not throw.
     *
     * @return the record, be it written or not; empty if nothing is to be left, or nothing was sent
     */
    static Optional<RunRecord> leave(Supplier<RunRecord> record, RunStart start) {
        try {
            AgentReport report = AgentReport.ofRun();
            if (areWanted() || report.isAwaited()) {
                RunRecord run = record.get();
                report.handIn(run);
                return leave(run, start);
            }
        } catch (LinkageError e) {
            LOG.error("This run ends without a verdict: {}", MissingJar.sentence(e));
        } catch (RuntimeException e) {
            LOG.error("This run ends without a verdict, by a mistake of the plugin: {}", ShownText.ofTrace(e));
        }
        return Optional.empty();
    }

    private static Optional<RunRecord> leave(RunRecord run, RunStart start) {
        if (!areWanted() || run.isEmpty()) {
            return Optional.empty();
        }
        tell(run);
        Set<Path> folders = new HashSet<>();
        for (Path jtl : start.files().flushed()) {
            if (folders.add(jtl.getParent())) {
                write(run, jtl);
                if (start.endsWithPage(Announcement.isHeadless())) {
                    writePage(run, jtl);
                }
            }
        }
        return Optional.of(run);
    }

    private static void tell(RunRecord run) {
        boolean isGood = run.verdict().stream().allMatch(verdict -> verdict.validity() == Validity.VALID)
                && run.gates().stream().allMatch(GateResult::held);
        run.verdict()
                .map(RunVerdict::lines)
                .orElse(List.of("This machine made no load, and no agent has reported to it"))
                .forEach(line -> tell("Verdict  " + line, isGood));
        run.agents().forEach(agent -> tell("Agent    " + agent.line(), isGood));
        run.gates().forEach(gate -> tell("Gate     " + gate.inWords(), isGood));
    }

    private static void tell(String line, boolean isGood) {
        Announcement.tell(line, isGood ? LOG::info : LOG::warn);
    }

    private static void write(RunRecord run, Path jtl) {
        try {
            LOG.info("The record of this run is {}", RunRecordFile.write(run, jtl));
        } catch (IOException e) {
            Announcement.tell(
                    RunRecord.FILE_NAME + " cannot be written beside " + jtl + ": " + e.getMessage(), LOG::error);
        }
    }

    private static void writePage(RunRecord run, Path jtl) {
        Path html = jtl.resolveSibling(ReportPage.FILE_NAME);
        try {
            if (isXml(jtl)) {
                LOG.info(
                        "There is no {} of {}, which is XML: only a CSV JTL can be read again",
                        ReportPage.FILE_NAME,
                        jtl);
                return;
            }
            ReportPage.write(jtl, Optional.of(run), run.gates(), reasons(), html);
            tell("Report   " + html, true);
        } catch (IOException | IllegalArgumentException e) {
            Announcement.tell("There is no " + ReportPage.FILE_NAME + " of " + jtl + ": " + e.getMessage(), LOG::warn);
        } catch (LinkageError e) {
            LOG.warn("There is no {}: {}", ReportPage.FILE_NAME, MissingJar.sentence(e));
        }
    }

    private static boolean isXml(Path jtl) throws IOException {
        try (InputStream content = Files.newInputStream(jtl)) {
            return content.read() == '<';
        }
    }

    private static FailureReasons reasons() throws IOException {
        FailureReasons reasons = new FailureReasons();
        Path log = Path.of(System.getProperty("jmeter.logfile", "jmeter.log"));
        if (Files.isRegularFile(log)) {
            reasons.read(log);
        }
        return reasons;
    }
}
