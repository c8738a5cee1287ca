package io.github.isostress.tls;

import static io.github.isostress.support.TestCertificates.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isostress.failure.FailureException;
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

    /** Whether the tool is installed and succeeds. */
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

    private static String subject(Path store, String password, String keyType) throws FailureException {
        return subject(store, password, null, keyType);
    }

    private static String subject(Path store, String password, Path privateKey, String keyType)
            throws FailureException {
        X509KeyManager keys = KeyStores.open(store, password, privateKey).anyKey();
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

    /** Files of OpenSSL 3 and of OpenSSL 1 and Windows (RC2 and 3DES), and one without a password. */
    @ParameterizedTest
    @CsvSource({
        "s3cret-of-the-store, ''",
        "s3cret-of-the-store, -legacy",
        "'', ''",
        "'', -legacy",
        "s3cret-of-the-store, -nomac",
        "s3cret-of-the-store, -macalg SHA512",
        "s3cret-of-the-store, -keypbe NONE -certpbe NONE",
        "s3cret-of-the-store, -keypbe AES-192-CBC -certpbe AES-192-CBC",
        "s3cret-of-the-store, -keypbe CAMELLIA-256-CBC -certpbe CAMELLIA-256-CBC",
        "s3cret-of-the-store, -keypbe AES-256-CBC -certpbe CAMELLIA-256-CBC",
        "'', -keypbe NONE -certpbe NONE -nomac",
    })
    void shouldOpenWhenOpensslHasMadeIt(String password, String option) throws Exception {
        assumeTrue(opensslExports(password, option), "openssl that knows " + option);

        assertThat(subject(folder.resolve("made.pfx"), password, "RSA")).isEqualTo("CN=made by openssl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-legacy"})
    void shouldTellTheWrongPasswordWhenOpensslHasMadeIt(String option) throws Exception {
        assumeTrue(opensslExports(PASSWORD, option), "openssl that knows " + option);
        Path store = folder.resolve("made.pfx");

        assertThatThrownBy(() -> KeyStores.open(store, "wrong", null))
                .hasMessage("the password of key store " + store + " is wrong");
    }

    /** The command in the failure works. */
    @Test
    void shouldOpenAfterConversionWhenItsMacIsOfAnUnknownKind() throws Exception {
        assumeTrue(opensslExports(PASSWORD, "-macalg SHA3-256"), "openssl that knows SHA-3");
        Path store = folder.resolve("made.pfx");

        assertThatThrownBy(() -> KeyStores.open(store, PASSWORD, null))
                .hasMessageContaining(" is protected with a MAC by SHA3-256, ")
                .hasMessageContaining("openssl pkcs12 -in " + store
                        + " -nodes -out plain.pem && openssl pkcs12 -export -in" + " plain.pem -out new.pfx");

        assumeTrue(runs(words("openssl pkcs12 -in " + store + " -nodes -out plain.pem -passin pass:" + PASSWORD)));
        assumeTrue(runs(words("openssl pkcs12 -export -in plain.pem -out new.pfx -passout pass:" + PASSWORD)));
        assertThat(subject(folder.resolve("new.pfx"), PASSWORD, "RSA")).isEqualTo("CN=made by openssl");
        assertThat(subject(folder.resolve("plain.pem"), "", "RSA")).isEqualTo("CN=made by openssl");
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
            export.addAll(words(option));
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

    /** PKCS#8, PKCS#1 and SEC1, plain and encrypted, with kinds of keys that certificates have. */
    @ParameterizedTest
    @CsvSource({
        "RSA, '', -algorithm RSA -pkeyopt rsa_keygen_bits:2048, pkey",
        "RSA, '', -algorithm RSA -pkeyopt rsa_keygen_bits:2048, rsa -traditional",
        "RSA, s3cret-of-the-store, -algorithm RSA -pkeyopt rsa_keygen_bits:2048, pkey -aes256",
        "RSA, s3cret-of-the-store, -algorithm RSA -pkeyopt rsa_keygen_bits:2048, rsa -traditional -aes128",
        "RSA, s3cret-of-the-store, -algorithm RSA -pkeyopt rsa_keygen_bits:2048, pkcs8 -topk8 -scrypt",
        "EC, '', -algorithm EC -pkeyopt ec_paramgen_curve:P-384, pkey",
        "EC, '', -algorithm EC -pkeyopt ec_paramgen_curve:P-256, ec",
        "EC, s3cret-of-the-store, -algorithm EC -pkeyopt ec_paramgen_curve:P-256, ec -aes256",
        "EC, s3cret-of-the-store, -algorithm EC -pkeyopt ec_paramgen_curve:P-256, pkcs8 -topk8 -v1 PBE-SHA1-3DES",
        "EdDSA, '', -algorithm ED25519, pkey",
    })
    void shouldOpenWhenOpensslHasMadeAPemPair(String keyType, String password, String algorithm, String form)
            throws Exception {
        List<String> convert = words("openssl " + form + " -in made.key -out key.pem");
        if (!password.isEmpty()) {
            convert.addAll(List.of("-passout", "pass:" + password));
        }
        assumeTrue(runs(words("openssl genpkey " + algorithm + " -out made.key"))
                && runs(words("openssl req -x509 -key made.key -out cert.pem -days 2 -subj /CN=made_by_openssl"))
                && runs(convert));

        assertThat(subject(folder.resolve("cert.pem"), password, folder.resolve("key.pem"), keyType))
                .isEqualTo("CN=made_by_openssl");
    }

    private boolean runs(List<String> command) throws Exception {
        return runs(command.toArray(String[]::new));
    }

    private static List<String> words(String command) {
        return new ArrayList<>(List.of(command.split(" ")));
    }
}
