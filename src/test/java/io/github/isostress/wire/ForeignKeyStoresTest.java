package io.github.isostress.wire;

import static io.github.isostress.support.TestCertificates.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Key stores as users get them: from keytool and from OpenSSL, old and new. */
class ForeignKeyStoresTest {
    @TempDir
    Path folder;

    /** Whether the tool is there and does it. */
    private boolean runs(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("tool.log").toFile())
                    .start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String subject(Path store, String password, String keyType) {
        X509KeyManager keys = (X509KeyManager) KeyStores.keyManagers(store, password)[0];
        String alias = keys.chooseClientAlias(new String[] {keyType}, null, null);
        assertThat(keys.getPrivateKey(alias)).isNotNull();
        return keys.getCertificateChain(alias)[0].getSubjectX500Principal().getName();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void shouldOpenWhenKeytoolHasMadeIt(String type) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        assertThat(runs(
                        keytool,
                        "-genkeypair",
                        "-keystore",
                        "made.store",
                        "-storetype",
                        type,
                        "-storepass",
                        PASSWORD,
                        "-keypass",
                        PASSWORD,
                        "-alias",
                        "terminal",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=made by keytool"))
                .isTrue();

        assertThat(subject(folder.resolve("made.store"), PASSWORD, "RSA")).isEqualTo("CN=made by keytool");
    }

    /** Its files of today, those of OpenSSL 1 and Windows (RC2 and 3DES), and one without a password. */
    @ParameterizedTest
    @CsvSource({"s3cret-of-the-store, ''", "s3cret-of-the-store, -legacy", "'', ''", "'', -legacy"})
    void shouldOpenWhenOpensslHasMadeIt(String password, String option) throws Exception {
        assumeTrue(opensslExports(password, option), "openssl that knows " + option);

        assertThat(subject(folder.resolve("made.pfx"), password, "RSA")).isEqualTo("CN=made by openssl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-legacy"})
    void shouldTellTheWrongPasswordWhenOpensslHasMadeIt(String option) throws Exception {
        assumeTrue(opensslExports(PASSWORD, option), "openssl that knows " + option);
        Path store = folder.resolve("made.pfx");

        assertThatThrownBy(() -> KeyStores.keyManagers(store, "wrong"))
                .hasMessage("the password of key store " + store + " is wrong");
    }

    @Test
    void shouldTrustTheCaWhenOpensslHasPutNothingElseIntoPfx() throws Exception {
        assumeTrue(opensslExports(PASSWORD, ""), "openssl");
        Path store = folder.resolve("made.pfx");
        assumeTrue(runs(
                "openssl",
                "pkcs12",
                "-export",
                "-nokeys",
                "-in",
                "cert.pem",
                "-out",
                "made.pfx",
                "-passout",
                "pass:" + PASSWORD));
        assumeTrue(Files.exists(store));

        X509TrustManager trust = (X509TrustManager) TrustStores.trustManagers(store, PASSWORD)[0];

        assertThat(trust.getAcceptedIssuers()).hasSize(1);
    }

    private boolean opensslExports(String password, String option) throws Exception {
        List<String> export = new ArrayList<>(List.of(
                "openssl",
                "pkcs12",
                "-export",
                "-inkey",
                "key.pem",
                "-in",
                "cert.pem",
                "-out",
                "made.pfx",
                "-passout",
                "pass:" + password));
        if (!option.isEmpty()) {
            export.add(option);
        }
        return runs(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-keyout",
                        "key.pem",
                        "-out",
                        "cert.pem",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=made by openssl")
                && runs(export.toArray(String[]::new));
    }
}
