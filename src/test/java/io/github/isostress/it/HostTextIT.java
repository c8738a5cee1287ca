package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Assertion;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583AssertionSchema;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a host says stays text, in a CSV JTL and in the dashboard that JMeter makes of it. */
@ExtendWith(JMeterEnvironment.class)
class HostTextIT {
    private static final int REQUEST_LENGTH = 2 + 4 + 16 + 6;

    /** Each is sent as DE 39 and as DE 44. */
    private static final List<String> SAID = List.of(
            "</td><script>alert(1)</script>",
            "=cmd|'/c calc'!A1",
            "+1+1",
            "-1",
            "@A1",
            "a\u0001b",
            "5\n1",
            "\t1",
            "00,\"x\"",
            "12345",
            "<b>",
            "00");

    @TempDir
    Path folder;

    @Test
    void shouldBeNeitherMarkupNorFormulaWhenAHostSaysSo() throws Exception {
        List<Step> script = new ArrayList<>();
        for (String said : SAID) {
            script.add(Step.read(REQUEST_LENGTH));
            script.add(Step.send(answer(said)));
        }
        script.add(Step.staySilent());
        try (ScriptedPeer peer = ScriptedPeer.playing(script.toArray(Step[]::new))) {
            run(peer.port());
        }
        String jtl = Files.readString(folder.resolve("results.jtl"));
        assertThat(jtl.lines().skip(1).filter(line -> line.contains(",request,")))
                .hasSize(SAID.size())
                .as("rows stay rows");
        assertHarmless(jtl);
        assertThat(jtl).contains("," + hex("=cmd|'/c calc'!A1") + ",", "," + hex("<b>") + ",", ",00,", hex("12345"));
        try (Stream<Path> files = Files.walk(folder.resolve("report"))) {
            for (Path data : files.filter(file -> file.endsWith("dashboard.js") || file.endsWith("graph.js"))
                    .toList()) {
                assertThat(Files.readString(data)).doesNotContain("</td><script", "<b>", "=cmd");
            }
        }
        assertThat(Files.readString(folder.resolve("jmeter.log"))).doesNotContain("\u0001");
    }

    /** No column is markup, a formula or more than a line, quoted or not. */
    private static void assertHarmless(String jtl) {
        assertThat(jtl).doesNotContain("<", "\u0001", "\t");
        for (String column : jtl.split("[,\n]")) {
            assertThat(column).doesNotMatch("\"?[=+@].*").doesNotMatch("\"?-\\d.*");
        }
    }

    private static byte[] answer(String said) {
        byte[] text = said.getBytes(StandardCharsets.ISO_8859_1);
        byte[] element = Bytes.join(String.format("%03d", text.length).getBytes(StandardCharsets.US_ASCII), text);
        byte[] message = Bytes.join("02100000000002100000".getBytes(StandardCharsets.US_ASCII), element, element);
        return Bytes.join(new byte[] {0, (byte) message.length}, message);
    }

    private static String hex(String said) {
        return HexFormat.of().withUpperCase().formatHex(said.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void run(int port) throws Exception {
        PlanTree plan = new PlanTree();
        HashTree group = plan.group("workers", 1, SAID.size()).tree();
        Iso8583Connection connection = named(new Iso8583Connection(), "Connection");
        connection.set(Iso8583ConnectionSchema.INSTANCE.port, String.valueOf(port));
        Path packager = JMeterProcess.PROJECT.resolve("src/test/resources/cases/23-host-text/p.xml");
        connection.set(Iso8583ConnectionSchema.INSTANCE.packager, packager.toString());
        group.add(connection);
        Iso8583Request request = named(new Iso8583Request(), "Request");
        request.setName("request");
        request.set(Iso8583RequestSchema.INSTANCE.template, "0 0200\n11 ${__isoStan()}");
        request.set(Iso8583RequestSchema.INSTANCE.matchElements, "none");
        request.set(Iso8583RequestSchema.INSTANCE.variables, "44=SAID");
        Iso8583Assertion assertion = named(new Iso8583Assertion(), "Assertion");
        assertion.set(Iso8583AssertionSchema.INSTANCE.rules, "44 equals nothing");
        group.add(request).add(assertion);
        Path file = folder.resolve("plan.jmx");
        plan.save(file);
        try (JMeterProcess.Started jmeter = new JMeterProcess(folder, file)
                .with("jmeter.save.saveservice.output_format", "csv")
                .with("jmeter.save.saveservice.response_data", "false")
                .with("jmeter.save.saveservice.samplerData", "false")
                .with("jmeter.save.saveservice.assertion_results_failure_message", "true")
                .with("sample_variables", "SAID")
                .option("-e", "-o", folder.resolve("report").toString())
                .java(JMeterProcess.SHORT_LIVED.toArray(String[]::new))
                .start()) {
            jmeter.awaitEnd(TimeUnit.MINUTES.toSeconds(5));
        }
    }

    private static <E extends TestElement> E named(E element, String kind) {
        element.setName(kind);
        element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
        element.setProperty(TestElement.GUI_CLASS, "io.github.isostress.jmeter.gui.Iso8583" + kind + "Gui");
        return element;
    }
}
