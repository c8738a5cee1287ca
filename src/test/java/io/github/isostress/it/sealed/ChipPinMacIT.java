package io.github.isostress.it.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.it.JMeterProcess;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.it.Jtl;
import io.github.isostress.it.LoadResults;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jmeter.testelement.TestElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example plan of chip, PIN and MAC: PIN blocks, cryptograms and MACs that the embedded host verifies, and MACs and
 * ARPCs of the host that the requests verify. The system property {@code sealed.exchanges} sets how many are exchanged.
 */
@ExtendWith(JMeterEnvironment.class)
class ChipPinMacIT {
    private static final int EXCHANGES = Integer.getInteger("sealed.exchanges", 5_000);
    private static final int WORKERS = 10;
    private static final int REQUESTS_OF_A_LOOP = 2;
    private static final int REFUSED = 9;
    private static final String MTI = "0   1200";
    private static final String FAULTS = """
            de 41 WRONGMAC : wrong mac
            de 41 LACKSMAC : without mac
            de 41 WRONGARP : wrong arpc
            de 41 LACKSARP : without arpc
            """;
    private static final String OTHER_KEYS = """
            OTHER     bdk-3des    clear=00112233445566778899AABBCCDDEEFF
            OTHER_AES bdk-aes     clear=00112233445566778899AABBCCDDEEFF
            OTHER_IMK imk-ac 3des clear=00112233445566778899AABBCCDDEEFF
            """;

    @TempDir
    Path folder;

    @Test
    void shouldBeAcceptedByBothEndsWhenEverythingIsSealed() throws Exception {
        long loops = EXCHANGES / WORKERS / REQUESTS_OF_A_LOOP;
        ChipPlan plan = new ChipPlan(WORKERS, (int) loops);
        try (EmbeddedHost host = plan.host("");
                JMeterProcess.Started jmeter =
                        against(host, plan).recordingLittle().start()) {
            jmeter.awaitEnd(300 + EXCHANGES / 500);

            LoadResults results = LoadResults.read(jmeter.jtl());
            assertThat(results.codes(ChipPlan.TDES)).isEqualTo(Map.of("000", WORKERS * loops));
            assertThat(results.codes(ChipPlan.AES)).isEqualTo(Map.of("000", WORKERS * loops));
            assertThat(results.failed()).isZero();
            assertThat(host.record().requestsAnswered()).isEqualTo(EXCHANGES);
            assertThat(host.record().refusals()).isEmpty();
            assertThat(host.record().unsigned()).isEmpty();
        }
    }

    private JMeterProcess against(EmbeddedHost host, ChipPlan plan) throws IOException {
        return new JMeterProcess(folder, plan.save(folder.resolve("plan.jmx")))
                .with("host", "127.0.0.1")
                .with("port", host.port());
    }

    @Test
    void shouldBeToldByItsCodeWhenOneThingIsWrong() throws Exception {
        ChipPlan plan = mistakes();
        try (EmbeddedHost host = plan.host(FAULTS)) {
            Run run = against(host, plan).run();

            assertThat(run.requests().stream().collect(Collectors.toMap(Jtl.Sample::label, Jtl.Sample::code)))
                    .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                            Map.entry(ChipPlan.TDES, "000"),
                            Map.entry(ChipPlan.AES, "000"),
                            Map.entry("wrong PIN", "117"),
                            Map.entry("wrong PIN, AES", "117"),
                            Map.entry("wrong PIN key", "117"),
                            Map.entry("no PIN block", "117"),
                            Map.entry("wrong MAC key", "916"),
                            Map.entry("wrong MAC key, AES", "916"),
                            Map.entry("no MAC", "916"),
                            Map.entry("wrong IMK", "122"),
                            Map.entry("no ARQC", "122"),
                            Map.entry("wrong host MAC", Failure.MAC_MISMATCH.name()),
                            Map.entry("no host MAC", Failure.MAC_MISSING.name()),
                            Map.entry("wrong ARPC", Failure.ARPC_MISMATCH.name()),
                            Map.entry("no ARPC", Failure.ARPC_MISSING.name())));
            assertThat(host.record().refusals().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(REFUSED);
        }
    }

    /** Each is one piece of a request; what the host does wrong, it does to the terminal of the rule. */
    private static ChipPlan mistakes() throws Exception {
        Iso8583Keys others = new Iso8583Keys();
        others.setName("others");
        others.setProperty(TestElement.TEST_CLASS, Iso8583Keys.class.getName());
        others.setProperty(TestElement.GUI_CLASS, "io.github.isostress.jmeter.gui.Iso8583KeysGui");
        others.set(Iso8583KeysSchema.INSTANCE.keys, OTHER_KEYS);
        return new ChipPlan(1, 1)
                .with(others)
                .like(ChipPlan.TDES, "wrong PIN", "pin=${PIN}", "pin=9999")
                .like(ChipPlan.AES, "wrong PIN, AES", "pin=${PIN}", "pin=9999")
                .like(ChipPlan.TDES, "wrong PIN key", "format=0 key=BDK", "format=0 key=OTHER")
                .like(ChipPlan.TDES, "no PIN block", "52:= pinblock", "# pinblock")
                .like(ChipPlan.TDES, "wrong MAC key", "64:= mac key=BDK", "64:= mac key=OTHER")
                .like(ChipPlan.AES, "wrong MAC key, AES", "128:= mac key=BDK_AES", "128:= mac key=OTHER_AES")
                .like(ChipPlan.TDES, "no MAC", "64:= mac", "# mac")
                .like(ChipPlan.TDES, "wrong IMK", MTI, MTI + "\n55.9F26:= arqc key=OTHER_IMK cvn=18")
                .like(ChipPlan.TDES, "no ARQC", MTI, MTI + "\n55.9F26")
                .like(ChipPlan.TDES, "wrong host MAC", MTI, MTI + "\n41 WRONGMAC")
                .like(ChipPlan.TDES, "no host MAC", MTI, MTI + "\n41 LACKSMAC")
                .like(ChipPlan.TDES, "wrong ARPC", MTI, MTI + "\n41 WRONGARP")
                .like(ChipPlan.TDES, "no ARPC", MTI, MTI + "\n41 LACKSARP");
    }
}
