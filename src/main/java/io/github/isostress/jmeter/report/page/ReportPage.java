package io.github.isostress.jmeter.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.isostress.health.gate.GateResult;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.jmeter.report.jtl.FailureReasons;
import io.github.isostress.jmeter.report.jtl.JtlReader;
import io.github.isostress.jmeter.report.jtl.JtlReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Writes a run's report as one file of HTML that opens offline in any browser. Stateless and thread-safe. */
public final class ReportPage {
    /** The name of the file that a run leaves beside its results. */
    public static final String FILE_NAME = "report.html";

    private ReportPage() {}

    /**
     * Reads a JTL and writes its page, in place of one that is there. Takes less than 512 MB and some microseconds a
     * sample, however many there are.
     *
     * @param jtl CSV with a header line
     * @param record what the run has left beside the JTL; without it the page says that the generator's condition is not
     *     known
     * @param gates whether the run has passed them
     * @param reasons why samples have failed, from the logs of the run; those of the record are added
     * @param html the file to be written
     * @throws IOException if the JTL cannot be read or the page not be written
     * @throws IllegalArgumentException with one clear sentence if it is no CSV JTL with a header line
     */
    public static void write(
            Path jtl, Optional<RunRecord> record, List<GateResult> gates, FailureReasons reasons, Path html)
            throws IOException {
        PageFigures figures = new PageFigures();
        JtlReading reading = JtlReader.read(jtl, figures::add);
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("jtl", jtl.getFileName().toString());
        reading.remark().ifPresent(remark -> page.put("remark", remark));
        record.ifPresent(reasons::add);
        figures.tell(page, reasons, record.flatMap(RunRecord::figuresOfAllAgents));
        ArrayNode toldGates = page.putArray("gates");
        gates.forEach(gate -> toldGates
                .addObject()
                .put("gate", gate.gate())
                .put("held", gate.held())
                .put("seen", gate.seen()));
        record.ifPresent(run -> new RecordedRun(run).tell(page.putObject("record"), figures.beginMillis()));
        Path whole = html.resolveSibling(html.getFileName() + ".part");
        try {
            Files.writeString(whole, PageTemplate.filled(page), StandardCharsets.UTF_8);
            Files.move(whole, html, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
