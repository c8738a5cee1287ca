package io.github.isostress.jmeter.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.SearchByClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a plan's file, and what a user is told. */
@ExtendWith(JMeterEnvironment.class)
class MigrationTest {
    private static final Pattern REPLACED = Pattern.compile(
            "<(nz\\.co\\.breakpoint\\S+|io\\.github\\.isostress\\S+|org\\.apache\\.jmeter\\.control\\.GenericController) .*?</\\1>",
            Pattern.DOTALL);

    @TempDir
    Path folder;

    private OldPlans.Migrated migrated(Path old) throws IOException {
        return OldPlans.Migrated.of(old, folder);
    }

    private static String withoutElements(String text) {
        return REPLACED.matcher(text).replaceAll("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client.jmx", "one-shot.jmx", "server.jmx", "crypto.jmx", "not-converted.jmx", "bare.jmx"})
    void shouldKeepEveryOtherByteWhenElementsAreReplaced(String name) throws Exception {
        OldPlans.Migrated migrated = migrated(OldPlans.file(name));

        assertThat(withoutElements(migrated.text())).isEqualTo(withoutElements(Files.readString(OldPlans.file(name))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client.jmx",
                "one-shot.jmx",
                "server.jmx",
                "crypto.jmx",
                "not-converted.jmx",
                "bare.jmx",
                "two-connections.jmx"
            })
    void shouldBeLoadedAndHavePanelsWhenWritten(String name) throws Exception {
        SearchByClass<TestElement> elements = new SearchByClass<>(TestElement.class);
        SaveService.loadTree(migrated(OldPlans.file(name)).file().toFile()).traverse(elements);

        assertThat(elements.getSearchResults())
                .filteredOn(element -> element.getClass().getName().startsWith("io.github.isostress."))
                .isNotEmpty()
                .allSatisfy(element -> {
                    assertThat(element.getPropertyAsString(TestElement.TEST_CLASS))
                            .isEqualTo(element.getClass().getName());
                    assertThat(Class.forName(element.getPropertyAsString(TestElement.GUI_CLASS)))
                            .isNotNull();
                });
    }

    @Test
    void shouldKeepCharsetCommentsAndLineEndsWhenAPlanHasItsOwn() throws Exception {
        String sampler = OldPlans.element("ISO8583Sampler", "Zahlung für Käse", Map.of("timeout", "1"));
        String text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\r\n<jmeterTestPlan version=\"1.2\">\r\n"
                + "<!-- <nz.co.breakpoint.jmeter.iso8583.ISO8583Sampler> für später -->\r\n<hashTree>\r\n"
                + "<TestPlan guiclass=\"TestPlanGui\" testclass=\"TestPlan\" testname=\"a &gt; b\"><stringProp name=\"x\">"
                + "<![CDATA[<a>]]></stringProp></TestPlan>\r\n<hashTree>\r\n  " + sampler
                + "\r\n</hashTree>\r\n</hashTree>\r\n</jmeterTestPlan>\r\n";
        Path old = Files.write(folder.resolve("old.jmx"), text.getBytes(StandardCharsets.ISO_8859_1));

        Path made = migrated(old).file();

        String written = new String(Files.readAllBytes(made), StandardCharsets.ISO_8859_1);
        assertThat(withoutElements(written)).isEqualTo(withoutElements(text));
        assertThat(written).contains("testname=\"Zahlung für Käse\"").doesNotContainPattern("[^\r]\n");
    }

    @Test
    void shouldTellOfEverythingThatIsMissingWhenNotAllCanBeConverted() throws Exception {
        OldPlans.Migrated migrated = migrated(OldPlans.file("not-converted.jmx"));

        assertThat(migrated.report().isComplete()).isFalse();
        assertThat(migrated.report().text().lines())
                .containsSubsequence(
                        "Converted:",
                        "Not converted, see to it before you run the plan:",
                        "  old plan > users > unknown: classname: 'com.example.OurChannel' is none of the channels of jPOS. "
                                + "Its samples fail until Framing says how the host frames its messages",
                        "Converted, but with another meaning:");
        assertThat(migrated.remarks().stream().map(line -> line.replace("old plan > users > ", "")))
                .anyMatch(line -> line.startsWith("unknown: mtiMapping: "))
                .anyMatch(line -> line.startsWith("unknown: requestListener: "))
                .anyMatch(
                        line -> line.equals("unknown: channelConfig: the property override-header has no counterpart"))
                .anyMatch(line -> line.startsWith("unknown: channelConfig: timeout closed "))
                .anyMatch(line -> line.startsWith("unknown: packager: the file was not found"))
                .anyMatch(line -> line.startsWith("everywhere: classname: no framing is that of XMLChannel"))
                .anyMatch(line -> line.startsWith("everywhere: connectionSelection: "))
                .anyMatch(line -> line.startsWith("purchase: configKey: "))
                .anyMatch(line -> line.startsWith("purchase: timeout: "))
                .anyMatch(line -> line.startsWith("purchase: trailer: "))
                .anyMatch(line -> line.equals("purchase: fields: field DE11 is no data element; its row was left out"))
                .anyMatch(line -> line.startsWith("purchase: fields: the PIN block has a format "))
                .anyMatch(line -> line.startsWith("purchase: fields: field 55.2, tag 5F20 takes the hex digits "))
                .anyMatch(line -> line.equals("purchase: the function __encryptDESKey has no counterpart"))
                .anyMatch(line -> line.startsWith("purchase > keys: skdm: "))
                .anyMatch(line -> line.startsWith("purchase > keys: macAlgorithm: "))
                .anyMatch(line -> line.startsWith("purchase > adds a field: its script calls "))
                .anyMatch(line -> line.startsWith("purchase > reads DE 38: the text of an answer "))
                .anyMatch(line -> line.startsWith("from the future: an element ISO8583Fancy is not known"))
                .anyMatch(line -> line.startsWith("another file: the plan that it includes "))
                .hasSize(21)
                .noneMatch(line -> line.contains("plain script"));
    }

    @Test
    void shouldKeepSecretsOutOfTheReportWhenThePlanHasThem() throws Exception {
        for (String name : new String[] {"not-converted.jmx", "crypto.jmx", "server.jmx", "client.jmx"}) {
            assertThat(migrated(OldPlans.file(name)).report().text())
                    .doesNotContain(
                            "SECRET-VALUE",
                            "9753",
                            "1111222233334444",
                            "55556666777788885555666677778888",
                            "99990000AAAABBBB99990000AAAABBBB",
                            "0123456789ABCDEF",
                            "FEDCBA9876543210",
                            "s3cret-store",
                            OldMessages.PAN);
        }
    }

    /** Under DUKPT a block is made from the PIN, so that a clear block has no formula; it is not sent in the clear. */
    @ParameterizedTest
    @CsvSource({"${BLOCK}, 9876543210200001", "'${__calculatePINBlock(${PIN},1,${PAN})}', ${__counter(FALSE)}"})
    void shouldLeaveOutAPinBlockWhenItCannotBeEnciphered(String block, String ksn) throws Exception {
        String inherited = OldPlans.element(
                "ISO8583Component",
                "card",
                Map.of(),
                OldPlans.table("fields", "content", Map.of("52", block, "53", ksn)));
        String crypto = OldPlans.element(
                "ISO8583Crypto", "keys", Map.of("pinField", "52", "pinKey", "${BDK}", "ksnField", "53"));
        String sampler = OldPlans.element(
                "ISO8583Sampler",
                "sampler",
                Map.of("timeout", "1"),
                OldPlans.table("fields", "content", Map.of("0", "0100")));

        OldPlans.Migrated migrated = migrated(OldPlans.plan(folder, inherited, crypto, sampler));

        assertThat(migrated.written(Iso8583RequestSchema.INSTANCE.template).lines())
                .containsExactly("0   0100", "52", "# 52 was a PIN block, which is not computed here.");
        assertThat(migrated.report().isComplete()).isFalse();
    }

    @Test
    void shouldTakeTheFunctionsThatAreOursWhenAPlanCallsTheirs() throws Exception {
        String variables =
                "<Arguments guiclass=\"ArgumentsPanel\" testclass=\"Arguments\" testname=\"values\"><stringProp"
                        + " name=\"a\">${__calculateCVV(${CVK},${PAN},2912,999,CVV)}</stringProp><stringProp name=\"b\">"
                        + "${__calculateDESKeyCheckValue(${ZPK},KCV)} ${__generateDESKey(128)}</stringProp></Arguments><hashTree/>";
        String sampler = OldPlans.element(
                "ISO8583Sampler",
                "sampler",
                Map.of("timeout", "1"),
                OldPlans.table("fields", "content", Map.of("48", "${__calculateCVV(${CVK},${PAN},2912,101)}")));

        OldPlans.Migrated migrated = migrated(OldPlans.plan(folder, variables, sampler));

        assertThat(migrated.text())
                .contains(
                        ">${__isoCvv(${CVK},${PAN},2912,999,CVV)}<",
                        ">${__isoKcv(3DES,${ZPK},KCV)} ",
                        ">48  ${__isoCvv(");
        assertThat(migrated.remarks()).contains("plan > values: the function __generateDESKey has no counterpart");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    <!DOCTYPE a SYSTEM 'file:///etc/hostname'><jmeterTestPlan/> | cannot be read as a test plan: line 1: a DOCTYPE, which no test plan has
                    <jmeterTestPlan><hashTree></jmeterTestPlan>                 | cannot be read as a test plan: line 1:
                    no plan at all                                              | cannot be read as a test plan: line 1:
                    <isopackager/>                                              | is no test plan of JMeter: it begins with <isopackager>, not <jmeterTestPlan>
                    <jmeterTestPlan><hashTree/></jmeterTestPlan>                | the plan has no element of the plugin jmeter-iso8583
                    """)
    void shouldRefuseWithOneSentenceWhenThereIsNothingToConvert(String text, String sentence) throws Exception {
        Path old = Files.writeString(folder.resolve("old.jmx"), text);
        Path made = folder.resolve("new.jmx");

        assertThatThrownBy(() -> Migration.migrate(old, made))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
        assertThat(made).doesNotExist();
    }

    @Test
    void shouldRefuseWhenTheNewPlanIsTheOldOne() throws Exception {
        Path old = Files.copy(OldPlans.file("bare.jmx"), folder.resolve("old.jmx"));

        assertThatThrownBy(() -> Migration.migrate(old, folder.resolve(".").resolve("old.jmx")))
                .hasMessage("the new plan must be another file than the old one");
    }
}
