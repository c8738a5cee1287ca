package io.github.isostress.tls;

import static io.github.isostress.support.TestCertificates.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.Failures;
import io.github.isostress.support.TestCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsContextsTest {
    private final TlsContexts contexts = new TlsContexts();
    private TestCertificates certificates;

    @BeforeEach
    void makeCertificates(@TempDir Path folder) {
        certificates = new TestCertificates(folder);
    }

    private TlsSettings settings(String password) {
        return ClientTls.trusting(certificates.ca())
                .showing(certificates.client(), password)
                .settings();
    }

    @Test
    void shouldGiveTheSameContextWhenSettingsAreEqual() throws Exception {
        TlsClient first = contexts.get(settings(PASSWORD));

        assertThat(contexts.get(settings(PASSWORD))).isSameAs(first);
        assertThat(new TlsContexts().get(settings(PASSWORD))).isNotSameAs(first);
    }

    @Test
    void shouldGiveAnotherContextWhenSettingsDiffer() throws Exception {
        TlsSettings settings = settings(PASSWORD);

        assertThat(contexts.get(settings))
                .isNotSameAs(contexts.get(ClientTls.trusting(certificates.ca())
                        .showing(certificates.client(), PASSWORD)
                        .offering("TLSv1.2")
                        .settings()))
                .isNotSameAs(contexts.get(ClientTls.trusting(certificates.ca()).settings()));
    }

    @Test
    void shouldMakeOneContextWhenManyThreadsAskAtOnce() throws Exception {
        int threads = 16;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<TlsClient>> made = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                made.add(pool.submit(() -> {
                    start.await();
                    return contexts.get(settings(PASSWORD));
                }));
            }
            start.countDown();

            TlsClient first = made.get(0).get(60, TimeUnit.SECONDS);
            for (Future<TlsClient> each : made) {
                assertThat(each.get(60, TimeUnit.SECONDS)).isSameAs(first);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** The run goes on as it began: nothing is read again for every sample. */
    @Test
    void shouldRememberTheRefusalWhenTheFileChangesAfterwards() throws Exception {
        byte[] good = Files.readAllBytes(certificates.client());
        Files.writeString(certificates.client(), "no key store");
        String sentence = "key store " + certificates.client()
                + " is in no format that is read (PEM, PKCS#12, JKS, JCEKS, BKS, UBER, BCFKS)";
        assertThatThrownBy(() -> contexts.get(settings(PASSWORD))).hasMessage(sentence);

        Files.write(certificates.client(), good);

        assertThatThrownBy(() -> contexts.get(settings(PASSWORD)))
                .isInstanceOf(FailureException.class)
                .hasMessage(sentence);
        assertThat(new TlsContexts().get(settings(PASSWORD))).isNotNull();
    }

    @Test
    void shouldKeepTheContextWhenTheFileHasGone() throws Exception {
        TlsClient first = contexts.get(settings(PASSWORD));
        Files.delete(certificates.client());

        assertThat(contexts.get(settings(PASSWORD))).isSameAs(first);
    }

    @Test
    void shouldNeverShowThePasswordWhenItIsWrong() {
        String wrong = "another-s3cret";

        assertThatThrownBy(() -> contexts.get(settings(wrong)))
                .hasMessage("the password of key store " + certificates.client() + " is wrong")
                .hasStackTraceContaining("password")
                .satisfies(
                        refusal -> assertThat(org.apache.commons.lang3.exception.ExceptionUtils.getStackTrace(refusal))
                                .doesNotContain(wrong));
    }

    private FailureException refusal(ClientTls tls) {
        return Failures.failureOf(() -> contexts.get(tls.settings()));
    }

    @Test
    void shouldTellConfigErrorWhenAProtocolDoesNotExist() {
        FailureException refusal = refusal(ClientTls.trustingAnybody().offering("TLSv9"));

        assertThat(refusal.failure()).isEqualTo(Failure.CONFIG_ERROR);
        assertThat(refusal).hasMessageStartingWith("TLS protocol 'TLSv9' is none of TLSv1.3, TLSv1.2, ");
    }

    @Test
    void shouldSayWhereToFindThemWhenACipherSuiteDoesNotExist() {
        FailureException refusal = refusal(ClientTls.trustingAnybody().enciphering("ECDHE-RSA-AES256-GCM-SHA384"));

        assertThat(refusal.failure()).isEqualTo(Failure.CONFIG_ERROR);
        assertThat(refusal)
                .hasMessage("cipher suite 'ECDHE-RSA-AES256-GCM-SHA384' is not known to this Java: 'keytool -showinfo"
                        + " -tls' lists those that are, by IANA names such as TLS_AES_256_GCM_SHA384");
    }

    @Test
    void shouldTellConfigErrorWhenTheServerNameIsNone() {
        FailureException refusal = refusal(ClientTls.trustingAnybody().naming("not a name"));

        assertThat(refusal.failure()).isEqualTo(Failure.CONFIG_ERROR);
        assertThat(refusal).hasMessage("TLS server name 'not a name' is no host name");
    }
}
