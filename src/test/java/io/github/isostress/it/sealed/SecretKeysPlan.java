package io.github.isostress.it.sealed;

import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jmeter.reporters.ResultCollector;
import org.apache.jmeter.samplers.SampleSaveConfiguration;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.HashTree;

/** A plan whose samples show all that samples can show of {@link SecretKeys}. */
final class SecretKeysPlan {
    private static final String PACKAGER = "iso93binary";
    private static final String COMMON = """
            0  1200
            2  %s
            3  000000
            4  1000
            7  ${__isoUtc(MMddHHmmss)}
            11 ${__isoStan()}
            41 %s
            """;
    private static final String KSN = "\n53:= ksn key=BDK id=" + SecretKeys.INITIAL_KSN;
    private static final String PIN_BLOCK = "\n52:= pinblock key=BDK pin=" + SecretKeys.PIN + KSN;
    private static final String ARQC = """

            55.82 1800
            55.95 8000048000
            55.9A 261121
            55.9C 00
            55.5F2A 0978
            55.9F02 000000001000
            55.9F03 000000000000
            55.9F10 06011203A0B800
            55.9F1A 0528
            55.9F26:= arqc key=IMK cvn=18
            55.9F36:= atc
            55.9F37:= un""";
    private static final String MAC = "\n64:= mac key=BDK";
    private static final String SEALS = "verify if present 52:= pinblock key=BDK pin=" + SecretKeys.PIN + "\n" + """
            verify if present 64:= mac key=BDK
            verify if present 55.9F26:= arqc key=IMK
            sign 64:= mac key=BDK direction=response
            sign 55.91:= arpc key=IMK
            """;
    private static final String RULES = "de 41 WRONGMAC : wrong mac\nde 41 WRONGARP : wrong arpc";
    private static final String VERIFIED = "64:= mac key=BDK direction=response\n55.91:= arpc key=IMK";

    /** What requests add to the common lines: what succeeds, what is declined, what cannot be made. */
    private static final List<String> REQUESTS = List.of(
            PIN_BLOCK + ARQC + MAC,
            "\n52:= pinblock key=PEK pin=" + SecretKeys.PIN + "\n64:= mac key=MAK",
            "\n111:= pinblock format=4 key=BDK_AES pin=" + SecretKeys.PIN + "\n53:= ksn key=BDK_AES id="
                    + SecretKeys.INITIAL_KSN.substring(0, 16),
            "\n35:= track2 expiry=2912 service=201\n48:= cvv key=CVK expiry=2912 service=201"
                    + "\n62:= pvv key=PVK pvki=1 pin=" + SecretKeys.PIN,
            "\n63:= encrypt key=BDK form=text padding=2 data=" + SecretKeys.PAN + KSN,
            "\n52:= pinblock key=BDK pin=" + SecretKeys.PIN.replace('9', '0') + KSN,
            PIN_BLOCK + "\n64:= mac key=MAK",
            "\n52:= pinblock key=BDK pin=" + SecretKeys.PIN + "8" + KSN,
            "\n52:= pinblock key=BDK pin=" + SecretKeys.PIN + "A" + KSN,
            "\n52:= pinblock key=IMK pin=" + SecretKeys.PIN,
            "\n52:= pinblock key=BDK pin " + SecretKeys.PIN + KSN,
            "\n52:= pinblock key=BDK " + SecretKeys.PIN + "=1" + KSN,
            "\n52:= pinblock key=BDK pin=${__isoUtc(" + SecretKeys.PIN + ")}" + KSN,
            "\n52:= pinblock key=BDK pin=${P" + SecretKeys.PIN + "}" + KSN,
            "\n52:= pinblock key=BDK pan=" + SecretKeys.PAN + "1234 pin=" + SecretKeys.PIN + KSN,
            "\n52:= pinblock key=" + SecretKeys.BDK + " pin=1234",
            "\n52:= " + SecretKeys.BDK,
            "\n52:= " + SecretKeys.BDK + " x",
            "\n52:= pinblock " + (SecretKeys.PIN + "=1 ").repeat(2),
            "\n64:= mac key=" + SecretKeys.BDK,
            "\n64:= mac key=MAK " + SecretKeys.BDK,
            "\n64:= mac key=MAK algorithm=" + SecretKeys.BDK,
            "\n55.9F26:= arqc key=IMK cvn=18 pan=" + SecretKeys.PAN);

    /** Keys that cannot be read. */
    private static final List<String> BAD_KEYS = List.of(
            "X pin 3des clear=" + SecretKeys.BDK + " kcv=000000",
            "X pin 3des clear=" + SecretKeys.BDK + "0",
            "X pin 3des clear=" + SecretKeys.BDK + "GG",
            "X pin 3des " + SecretKeys.BDK,
            "X " + SecretKeys.BDK,
            SecretKeys.BDK,
            SecretKeys.BDK + " pin 3des clear=00",
            "X pin 3des clear=" + SecretKeys.BDK + " under=" + SecretKeys.BDK,
            "X pin 3des components=" + SecretKeys.BDK + "+00",
            "X pin tr31=" + SecretKeys.BDK + " under=TMK",
            "X pin tr31=" + SecretKeys.KEY_BLOCK + " under=TMK",
            "X pin 3des clear=" + SecretKeys.BDK + "\nX pin 3des clear=" + SecretKeys.BDK);

    private final PlanTree plan = new PlanTree();

    /**
     * Makes the plan.
     *
     * @param keyFile holds the PVK
     * @param results for all that samples show
     */
    SecretKeysPlan(Path keyFile, Path results) {
        Iso8583Keys keys = keys(SecretKeys.lines());
        keys.set(Iso8583KeysSchema.INSTANCE.file, keyFile.toString());
        plan.plan().add(keys);
        plan.plan().add(host());
        plan.plan().add(everything(results));
        HashTree group = plan.group("requests", 1, 1).tree();
        group.add(connection());
        REQUESTS.forEach(lines -> group.add(request("TERM0001", lines)));
        Stream.of("WRONGMAC", "WRONGARP").forEach(terminal -> group.add(request(terminal, PIN_BLOCK + ARQC + MAC)));
        BAD_KEYS.forEach(this::addWithKeys);
    }

    private void addWithKeys(String lines) {
        HashTree group = plan.group("keys", 1, 1).tree();
        group.add(keys(lines));
        group.add(connection());
        group.add(request("TERM0001", MAC));
    }

    private static ResultCollector everything(Path file) {
        SampleSaveConfiguration all = new SampleSaveConfiguration(true);
        all.setAsXml(true);
        ResultCollector collector =
                named(new ResultCollector(), "everything", "org.apache.jmeter.visualizers.SimpleDataWriter");
        collector.setSaveConfig(all);
        collector.setFilename(file.toString());
        return collector;
    }

    private static Iso8583Keys keys(String lines) {
        Iso8583Keys keys = named(new Iso8583Keys(), "keys", "io.github.isostress.jmeter.gui.Iso8583KeysGui");
        keys.set(Iso8583KeysSchema.INSTANCE.keys, lines);
        return keys;
    }

    private static Iso8583Host host() {
        Iso8583HostSchema schema = Iso8583HostSchema.INSTANCE;
        Iso8583Host host = named(new Iso8583Host(), "host", "io.github.isostress.jmeter.gui.Iso8583HostGui");
        host.set(schema.port, "0");
        host.set(schema.packager, PACKAGER);
        host.set(schema.seals, SEALS);
        host.set(schema.rules, RULES);

        return host;
    }

    private static Iso8583Connection connection() {
        Iso8583ConnectionSchema schema = Iso8583ConnectionSchema.INSTANCE;
        Iso8583Connection connection =
                named(new Iso8583Connection(), "link", "io.github.isostress.jmeter.gui.Iso8583ConnectionGui");
        connection.set(schema.port, "${__P(iso8583.host.port,)}");
        connection.set(schema.packager, PACKAGER);
        return connection;
    }

    private static Iso8583Request request(String terminal, String lines) {
        Iso8583RequestSchema schema = Iso8583RequestSchema.INSTANCE;
        Iso8583Request request =
                named(new Iso8583Request(), "purchase", "io.github.isostress.jmeter.gui.Iso8583RequestGui");
        request.set(schema.template, COMMON.formatted(SecretKeys.PAN, terminal).strip() + lines);
        request.set(schema.verified, lines.contains(MAC) ? VERIFIED : "");
        request.set(schema.responseDetail, "full");
        return request;
    }

    private static <E extends TestElement> E named(E element, String name, String gui) {
        element.setName(name);
        element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
        element.setProperty(TestElement.GUI_CLASS, gui);
        return element;
    }

    /** Writes it to a file. */
    Path save(Path file) throws IOException {
        plan.save(file);
        return file;
    }
}
