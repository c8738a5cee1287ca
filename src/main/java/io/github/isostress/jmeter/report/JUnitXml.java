package io.github.isostress.jmeter.report;

import io.github.isostress.health.gate.GateResult;
import io.github.isostress.jmeter.record.FailureLines;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the gates of a run as JUnit XML, in which CI servers show tests: each gate is a test case. Stateless. */
final class JUnitXml {
    private static final String CLASS = "iso8583.gates";

    private JUnitXml() {}

    /**
     * Writes the file, in place of one that is there.
     *
     * @param name of the run
     */
    static void write(FinishedRun run, String name, Path file) throws IOException {
        List<GateResult> cases = new ArrayList<>(List.of(run.least()));
        cases.addAll(run.gates());
        try (Writer content = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(content);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            writeSuite(xml, run, name, cases);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void writeSuite(XMLStreamWriter xml, FinishedRun run, String name, List<GateResult> cases)
            throws XMLStreamException {
        long failures = cases.stream().filter(gate -> !gate.held()).count();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", FailureLines.oneLine(name));
        xml.writeAttribute("tests", String.valueOf(cases.size()));
        xml.writeAttribute("failures", String.valueOf(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", seconds(run));
        xml.writeAttribute("timestamp", begin(run));
        for (GateResult gate : cases) {
            writeCase(xml, gate);
        }
        xml.writeStartElement("system-out");
        xml.writeCharacters(withoutControls(run.text()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void writeCase(XMLStreamWriter xml, GateResult gate) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", CLASS);
        xml.writeAttribute("name", FailureLines.oneLine(gate.gate()));
        xml.writeAttribute("time", "0");
        if (!gate.held()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", CLASS);
            xml.writeAttribute("message", FailureLines.oneLine(gate.seen()));
            xml.writeCharacters(withoutControls(gate.inWords()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String seconds(FinishedRun run) {
        return SummaryText.words("%.3f", run.figures().requests().seconds());
    }

    /** Of the first request, without an offset, as the schema has it. */
    private static String begin(FinishedRun run) {
        String utc = Instant.ofEpochMilli(run.figures().requests().firstStartMillis())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return utc.substring(0, utc.length() - 1);
    }

    /** XML has no place for them, not even escaped. */
    private static String withoutControls(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?");
    }
}
