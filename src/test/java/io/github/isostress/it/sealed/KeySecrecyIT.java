package io.github.isostress.it.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess;
import io.github.isostress.it.JMeterProcess.Started;
import io.github.isostress.it.Jtl;
import io.github.isostress.jmeter.JMeterEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * No output of a run gives a key, a derived key, a PIN or a clear PIN block away: keys in every form, requests that
 * succeed, are declined and cannot be made, answers that are wrong, all samples in full, and a log of all that is logged.
 */
@ExtendWith(JMeterEnvironment.class)
class KeySecrecyIT {
    @TempDir
    Path folder;

    @TempDir
    Path outputs;

    @Test
    void shouldTellNoKeyAndNoPinWhenAllIsRecordedAndLogged() throws Exception {
        Path keyFile = Files.writeString(folder.resolve("keys.txt"), "PVK pvk 3des clear=" + SecretKeys.PVK + "\n");
        Path everything = outputs.resolve("everything.xml");
        Path plan = new SecretKeysPlan(keyFile, everything).save(folder.resolve("plan.jmx"));
        try (Started jmeter = new JMeterProcess(outputs, plan)
                .recordingLittle()
                .option("-Lio.github.isostress=DEBUG", "-e", "-o", "report")
                .start()) {
            jmeter.awaitEnd(300);
        }

        List<Jtl.Sample> samples = Jtl.read(everything);
        assertThat(samples)
                .extracting(Jtl.Sample::code)
                .contains("000", "117", "916", "TEMPLATE_ERROR", "MAC_MISMATCH", "ARPC_MISMATCH", "CONFIG_ERROR");
        Secrets secrets = SecretKeys.secrets();
        assertThat(secrets.size()).isGreaterThan(200);
        assertThat(files()).hasSizeGreaterThan(3).allSatisfy(secrets::assertNotIn);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(outputs)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
