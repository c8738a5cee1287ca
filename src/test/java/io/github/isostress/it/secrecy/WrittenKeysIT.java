package io.github.isostress.it.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.key.KeyBlock;
import io.github.isostress.crypto.key.KeyBlockHeader;
import io.github.isostress.crypto.key.KeyBlockVersion;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.it.JMeterProcess;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestHosts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jmeter.extractor.DebugPostProcessor;
import org.apache.jmeter.sampler.DebugSampler;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** No output of a run has a key, in hex digits or as bytes, however keys are written and whatever is wrong with them. */
@ExtendWith(JMeterEnvironment.class)
class WrittenKeysIT {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final byte[] TMK = HEX.parseHex("1AC4F2A7B680D5133BE5C8167F9E40A2");
    private static final byte[] KBPK = HEX.parseHex("9D3C5B7A1E2F40618293A4B5C6D7E8F90A1B2C3D4E5F60718293A4B5C6D7E8F1");
    private static final byte[] KEY = HEX.parseHex("C8D3A1B0E6F7524A6B7C8D9EAFB0C1D2");
    private static final CipherKey TMK_READY = CipherKey.tdes(TMK);
    private static final CipherKey KBPK_READY = CipherKey.aes(KBPK);

    /** Lines of which none gives a key; the first digits of each are a key's. */
    private static final List<String> REFUSED = List.of(
            "K pin 3des clear=%s kcv=000000",
            "K pin 3des clear=%s0",
            "K pin 3des clear=%sX",
            "K pin 3des clear=%s00",
            "K pin 3des components=%s",
            "K pin 3des components=%s+00",
            "K pin 3des ecb=%s",
            "K pin 3des ecb=%s under=NONE",
            "K pin 3des ecb=%s under=K",
            "K pin tr31=%s under=K",
            "K pin 3des clear=%s clear=00",
            "K pin 3des %s",
            "K pin %s",
            "K %s",
            "%s",
            "%s pin 3des",
            "%s=pin",
            "clear=%s",
            "K pin 3des klar=%s",
            "K pin 3des clear=${UNKNOWN}%s",
            "K pin 3des clear=${__isoUtc(%s)}",
            "K pin 3des clear=${__isoUtc(%s)",
            "K pin 3des clear=${%s}",
            "K pin 3des clear=${__nothing(%s)}",
            "K bdk-aes 3des clear=%s");

    @TempDir
    Path folder;

    private static <E extends TestElement> E named(E element, String kind) {
        element.setName(kind);
        element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
        element.setProperty(TestElement.GUI_CLASS, "io.github.isostress.jmeter.gui.Iso8583" + kind + "Gui");
        return element;
    }

    private static Iso8583Keys keys(String... lines) {
        Iso8583Keys keys = named(new Iso8583Keys(), "Keys");
        keys.set(Iso8583KeysSchema.INSTANCE.keys, String.join("\n", lines));
        return keys;
    }

    private static Iso8583Request request() {
        Iso8583Request request = named(new Iso8583Request(), "Request");
        request.set(
                Iso8583RequestSchema.INSTANCE.template,
                "0 0200\n3 000000\n11 000001\n41 TERM0001\n48:= kcv key=CLEAR\n60:= kcv key=BLOCK\n"
                        + "64:= mac key=MAK algorithm=retail padding=1 length=8\n");
        return request;
    }

    private static HashTree group(PlanTree plan, int port) {
        HashTree group = plan.group("workers", 1, 1).tree();
        Iso8583Connection connection = named(new Iso8583Connection(), "Connection");
        connection.set(Iso8583ConnectionSchema.INSTANCE.port, String.valueOf(port));
        group.add(connection);
        return group;
    }

    private Path properties(String block) throws Exception {
        return Files.writeString(
                folder.resolve("keys.properties"),
                "tmk=" + HEX.formatHex(TMK) + "\nkbpk=" + HEX.formatHex(KBPK) + "\nblock=" + block + "\nkey="
                        + HEX.formatHex(KEY) + "\n");
    }

    private Iso8583Keys everyForm() throws Exception {
        byte[] one = new byte[KEY.length];
        one[0] = 1;
        byte[] other = KEY.clone();
        other[0] ^= 1;
        Iso8583Keys keys = keys(
                "TMK kek 3des clear=${__P(tmk)}",
                "KBPK kek aes clear=${__P(kbpk)}",
                "CLEAR pin 3des clear=" + HEX.formatHex(KEY).toLowerCase(Locale.ROOT),
                "PARTS data 3des components=" + HEX.formatHex(one) + "+" + HEX.formatHex(other),
                "ECB mac 3des ecb=" + HEX.formatHex(TMK_READY.encryptEcb(KEY)) + " under=TMK",
                "CBC mac 3des cbc=" + HEX.formatHex(TMK_READY.encryptCbc(KEY, new byte[8])) + " under=TMK",
                "BLOCK pin tr31=${__P(block)} under=KBPK");
        keys.set(
                Iso8583KeysSchema.INSTANCE.file,
                Files.writeString(folder.resolve("file"), "MAK=mac 3des clear=" + HEX.formatHex(KEY))
                        .toString());
        return keys;
    }

    private Run run(PlanTree plan) throws Exception {
        Path file = folder.resolve("plan.jmx");
        plan.save(file);
        String block = KeyBlock.write(
                KeyBlockHeader.of(KeyBlockVersion.D, KeyUse.PIN, CipherAlgorithm.TDES),
                CipherKey.tdes(KEY),
                KBPK_READY);
        return new JMeterProcess(folder, file)
                .option("-q", properties(block).toString())
                .run();
    }

    private void assertNoKeyIsGivenAway(Run run) throws Exception {
        String outputs = new String(Files.readAllBytes(folder.resolve("results.jtl")), StandardCharsets.ISO_8859_1)
                + run.console()
                + run.log();
        List<String> secrets = Stream.of(TMK, KBPK, KEY, KEY)
                .flatMap(key -> Stream.of(
                        HEX.formatHex(key, 0, 6),
                        HEX.formatHex(key, key.length - 6, key.length),
                        HEX.formatHex(key, 0, 6).toLowerCase(Locale.ROOT),
                        HEX.formatHex(key, key.length - 6, key.length).toLowerCase(Locale.ROOT),
                        new String(key, 0, 8, StandardCharsets.ISO_8859_1)))
                .toList();
        assertThat(secrets)
                .allSatisfy(secret -> assertThat(outputs.contains(secret))
                        .as("an output has %s", secret)
                        .isFalse());
    }

    @Test
    void shouldShowNoKeyWhenKeysAreUsedInEveryForm() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            PlanTree plan = new PlanTree();
            HashTree group = group(plan, host.port());
            group.add(everyForm());
            DebugPostProcessor debug = named(new DebugPostProcessor(), "Debug");
            debug.setProperty(TestElement.GUI_CLASS, "TestBeanGUI");
            debug.setDisplaySamplerProperties(true);
            debug.setDisplayJMeterProperties(false);
            group.add(request()).add(debug);
            DebugSampler sampler = named(new DebugSampler(), "DebugSampler");
            sampler.setDisplayJMeterProperties(false);
            sampler.setProperty(TestElement.GUI_CLASS, "TestBeanGUI");
            group.add(sampler).add(debug.clone());

            Run run = run(plan);

            assertThat(run.requests())
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allMatch(sample -> sample.code().matches("00|200"));
            assertNoKeyIsGivenAway(run);
        }
    }

    @Test
    void shouldShowNoKeyWhenNoLineIsRight() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            PlanTree plan = new PlanTree();
            List<String> refused = new ArrayList<>(REFUSED);
            for (String line : refused) {
                HashTree group = group(plan, host.port());
                group.add(keys(line.formatted(HEX.formatHex(KEY))));
                group.add(request());
            }

            Run run = run(plan);

            assertThat(run.samples())
                    .hasSize(refused.size())
                    .allMatch(sample -> sample.code().equals("CONFIG_ERROR"));
            assertNoKeyIsGivenAway(run);
        }
    }
}
