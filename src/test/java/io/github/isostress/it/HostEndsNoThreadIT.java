package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess.Started;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.message.support.LargeAnswer;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every request has its sample in the JTL and JMeter's threads run to their end, whatever a host answers. */
@ExtendWith(JMeterEnvironment.class)
class HostEndsNoThreadIT {
    private static final int REQUEST_FRAME = 2 + 4 + 8 + 6;
    private static final int ANSWERS = LargeAnswer.values().length;

    @TempDir
    Path folder;

    private static byte[] framed(byte[] message) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(message.length >> 8);
        frame.write(message.length);
        frame.writeBytes(message);
        return frame.toByteArray();
    }

    private static ScriptedPeer host() {
        List<List<Step>> scripts = Arrays.stream(LargeAnswer.values())
                .map(answer ->
                        List.of(Step.read(REQUEST_FRAME), Step.send(framed(answer.message())), Step.staySilent()))
                .toList();
        return ScriptedPeer.playingInTurn(scripts);
    }

    private static <E extends TestElement> E named(E element, String kind) {
        element.setName(kind);
        element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
        element.setProperty(TestElement.GUI_CLASS, "io.github.isostress.jmeter.gui.Iso8583" + kind + "Gui");
        return element;
    }

    /** A host that answers once on each connection. */
    private Path plan(int port) throws Exception {
        PlanTree plan = new PlanTree();
        HashTree group = plan.group("workers", 1, ANSWERS).tree();
        Iso8583Connection connection = named(new Iso8583Connection(), "Connection");
        connection.set(Iso8583ConnectionSchema.INSTANCE.port, String.valueOf(port));
        connection.set(
                Iso8583ConnectionSchema.INSTANCE.packager,
                LargeAnswer.packagerFile().toString());
        connection.set(Iso8583ConnectionSchema.INSTANCE.keep, "sample");
        group.add(connection);
        Iso8583Request request = named(new Iso8583Request(), "Request");
        request.set(Iso8583RequestSchema.INSTANCE.template, "0 0800\n11 000001");
        request.set(Iso8583RequestSchema.INSTANCE.successCodes, "99");
        group.add(request);
        Path file = folder.resolve("plan.jmx");
        plan.save(file);
        return file;
    }

    @Test
    void shouldHaveEverySampleWhenResultsAreRecordedInFull() throws Exception {
        try (ScriptedPeer host = host()) {
            JMeterProcess.Run run = new JMeterProcess(folder, plan(host.port())).run();

            assertThat(run.exitCode()).isZero();
            assertThat(run.requests()).hasSize(ANSWERS).allSatisfy(sample -> {
                assertThat(sample.code()).isNotEqualTo("INTERNAL_ERROR");
                assertThat(sample.response()).contains("Response, " + sample.bytes() + " bytes");
            });
            assertThat(run.log()).doesNotContain("Error");
        }
    }

    @Test
    void shouldHaveEverySampleWhenResultsAreCsv() throws Exception {
        try (ScriptedPeer host = host();
                Started jmeter = new JMeterProcess(folder, plan(host.port()))
                        .with("jmeter.save.saveservice.output_format", "csv")
                        .with("jmeter.save.saveservice.response_data", "false")
                        .with("jmeter.save.saveservice.samplerData", "false")
                        .java(JMeterProcess.SHORT_LIVED.toArray(String[]::new))
                        .start()) {
            jmeter.awaitEnd(300);

            assertThat(Files.readAllLines(jmeter.jtl()))
                    .filteredOn(line -> line.contains(",Request,"))
                    .hasSize(ANSWERS);
            assertThat(Files.readString(jmeter.log())).doesNotContain("Error");
        }
    }
}
