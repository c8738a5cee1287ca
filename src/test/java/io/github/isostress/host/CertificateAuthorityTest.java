package io.github.isostress.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.host.CertificateAuthority.Identity;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {
    private final Instant end = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
    private CertificateAuthority authority;

    @BeforeEach
    void found() throws Exception {
        authority = new CertificateAuthority("the authority", end);
    }

    @Test
    void shouldCertifyItselfWhenFounded() throws Exception {
        X509Certificate certificate = authority.certificate();

        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity();
        assertThat(certificate.getSubjectX500Principal()).hasToString("CN=the authority");
        assertThat(certificate.getBasicConstraints()).isGreaterThanOrEqualTo(0);
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(end);
    }

    @Test
    void shouldNameHostsAndAddressesWhenIssuingForThem() throws Exception {
        X509Certificate certificate = authority
                .issue("switch", List.of("switch.example", "10.0.0.1", "::1"))
                .certificate();

        certificate.verify(authority.certificate().getPublicKey());
        assertThat(certificate.getBasicConstraints())
                .as("is no authority itself")
                .isEqualTo(-1);
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(2, "switch.example"), List.of(7, "10.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1"));
    }

    @Test
    void shouldIssueAnExpiredCertificateWhenAskedTo() throws Exception {
        Identity identity = authority.issue("old", List.of(), Instant.now().minusSeconds(60));

        assertThatThrownBy(() -> identity.certificate().checkValidity())
                .isInstanceOf(CertificateExpiredException.class);
        assertThatCode(() ->
                        identity.certificate().verify(authority.certificate().getPublicKey()))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldNeverIssueTheSameTwiceWhenNamesAreEqual() throws Exception {
        X509Certificate first = authority.issue("terminal", List.of()).certificate();
        X509Certificate second = authority.issue("terminal", List.of()).certificate();

        assertThat(first.getSerialNumber()).isNotEqualTo(second.getSerialNumber());
        assertThat(first.getPublicKey()).isNotEqualTo(second.getPublicKey());
    }
}
