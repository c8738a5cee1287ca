package io.github.isostress.jmeter.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the settings of a connection, and of what its samplers say about theirs. */
class MigratedConnectionTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;

    @TempDir
    Path folder;

    private final Map<String, String> config = new LinkedHashMap<>(Map.of(
            "classname",
            "PostChannel",
            "host",
            "a.bank",
            "port",
            "5000",
            "reuseConnection",
            "true",
            "packager",
            "jar:packager/iso87ascii.xml"));
    private final Map<String, String> channel = new LinkedHashMap<>();
    private final Map<String, String> mux = new LinkedHashMap<>();

    private OldPlans.Migrated migrated(String... samplers) throws IOException {
        String connection = OldPlans.element(
                "ISO8583Config",
                "config",
                config,
                OldPlans.table("channelConfig", "value", channel),
                OldPlans.table("muxKeyConfig", "value", mux));
        return OldPlans.Migrated.of(OldPlans.plan(folder, connection, String.join("", samplers)), folder);
    }

    private static String sampler(String name, String mti, String header) {
        return OldPlans.element(
                "ISO8583Sampler",
                name,
                Map.of("timeout", "1", "header", header, "responseCodeField", "39", "successResponseCode", "00"),
                OldPlans.table("fields", "content", Map.of("0", mti)));
    }

    @Test
    void shouldTryAllHostsWhenThereAreAlternates() throws Exception {
        channel.put("alternate-host", "b.bank");
        channel.put("alternate-port", "6000");
        channel.put("round-robin", "true");
        channel.put("local-iface", "10.1.2.3");

        OldPlans.Migrated migrated = migrated();

        assertThat(migrated.written(SCHEMA.host)).isEqualTo("a.bank:5000, b.bank:6000");
        assertThat(migrated.written(SCHEMA.hostOrder)).isEqualTo("in turn");
        assertThat(migrated.written(SCHEMA.localAddresses)).isEqualTo("10.1.2.3");
        assertThat(migrated.remarks()).isEmpty();
    }

    @Test
    void shouldTrustAsBeforeWhenThereIsAKeyStore() throws Exception {
        TestCertificates certificates = new TestCertificates(folder);
        config.put("keystore", certificates.client().getFileName().toString());
        config.put("storePassword", TestCertificates.PASSWORD);
        config.put("keyPassword", "another");

        OldPlans.Migrated migrated = migrated();

        assertThat(migrated.text())
                .contains("<boolProp name=\"" + SCHEMA.trustAll.getName() + "\">true<")
                .contains("<boolProp name=\"" + SCHEMA.useTls.getName() + "\">true<");
        assertThat(migrated.written(SCHEMA.keyStore))
                .isEqualTo(certificates.client().getFileName().toString());
        assertThat(migrated.remarks())
                .anyMatch(line -> line.contains("any certificate of the host was accepted, and still is"))
                .anyMatch(line -> line.contains("keyPassword: one password opens both"));
    }

    @Test
    void shouldNameNoKeyStoreWhenItHoldsNoKeyAndHostsWereChecked() throws Exception {
        TestCertificates certificates = new TestCertificates(folder);
        Path trusted = folder.resolve("trusted.p12");
        TestCertificates.writeTrustStore(
                "PKCS12",
                trusted,
                TestCertificates.PASSWORD,
                certificates.authority().certificate());
        config.put("keystore", trusted.toString());
        config.put("storePassword", TestCertificates.PASSWORD);
        channel.put("serverauth", "true");

        OldPlans.Migrated migrated = migrated();

        assertThat(migrated.text()).contains("<boolProp name=\"" + SCHEMA.trustAll.getName() + "\">false<");
        assertThat(migrated.written(SCHEMA.trustStore)).isEqualTo(trusted.toString());
        assertThat(migrated.written(SCHEMA.keyStore)).isNull();
        assertThat(migrated.remarks()).isEmpty();
    }

    @Test
    void shouldSayNothingOfSettingsOfTlsWhenTheConnectionWasPlain() throws Exception {
        channel.put("serverauth", "true");
        channel.put("servername", "host.bank");
        channel.put("addEnabledProtocol", "TLSv1.2");

        OldPlans.Migrated migrated = migrated();

        assertThat(migrated.remarks()).isEmpty();
        assertThat(migrated.written(SCHEMA.protocols)).isNull();
    }

    @Test
    void shouldFindFilesBesideTheOldPlanWhenTheNewOneIsElsewhere() throws Exception {
        Files.copy(OldPlans.file("packager.xml"), folder.resolve("packager.xml"));
        config.put("packager", "packager.xml");
        Path old = migrated().file().resolveSibling("old.jmx");
        Path other = Files.createDirectory(folder.resolve("other"));

        Migration.migrate(old, other.resolve("new.jmx"));

        assertThat(Files.readString(other.resolve("new.jmx")))
                .contains("packager\">" + Path.of("..", "packager.xml") + "<");
    }

    @Test
    void shouldGiveRequestsConnectionsOfTheirOwnWhenHeadersDiffer() throws Exception {
        OldPlans.Migrated migrated =
                migrated(sampler("one", "0800", "A1"), sampler("two", "0800", "B1B2"), sampler("three", "0800", ""));

        assertThat(StringUtils.substringsBetween(
                        migrated.text(), "<stringProp name=\"" + SCHEMA.framing.getName() + "\">", "<"))
                .containsExactly(
                        "binary2",
                        "binary2 header=A1 skip=0 counts-header",
                        "binary2 header=B1B2 skip=0 counts-header");
        assertThat(StringUtils.substringsBetween(
                        migrated.text(), "<stringProp name=\"" + SCHEMA.keep.getName() + "\">", "<"))
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    /** As jPOS reads the table: the first row is for all others, too, and of an MTI the first two digits count. */
    @ParameterizedTest
    @CsvSource({
        "0100, 41 11, '', ''",
        "0800, 7 11, 0800, '7, 11'",
        "0100, 7 11, 0800, '7, 11'",
        "0820, 7 11, 0800, '7, 11'",
        "0100, 42 41 11, '', '42 41 11'"
    })
    void shouldMatchByTheSameElementsWhenKeysAreGiven(String mti, String elements, String row, String keys)
            throws Exception {
        if (!keys.isEmpty()) {
            mux.put(row, keys);
        }

        assertThat(migrated(sampler("sampler", mti, "")).written(Iso8583RequestSchema.INSTANCE.matchElements))
                .isEqualTo(elements);
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "0123456789 0123456789 0022446789, true",
        "0123456789 0123456789 0123456789, false",
        "0123456789, false"
    })
    void shouldTellWhenMtisAreMappedInAnotherWay(String mapping, boolean isUsual) throws Exception {
        config.put("mtiMapping", mapping);

        assertThat(migrated().report().isComplete()).isEqualTo(isUsual);
    }
}
